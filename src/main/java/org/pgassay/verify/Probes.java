package org.pgassay.verify;

import org.pgassay.check.Attacks;
import org.pgassay.check.Contention;
import org.pgassay.check.Isolation;
import org.pgassay.check.QueryPlans;
import org.pgassay.check.RowTrials;
import org.pgassay.check.Sandbox;
import org.pgassay.probe.Bench;
import org.pgassay.probe.behaviour.RowExperiments;
import org.pgassay.probe.concurrency.ContentionProbe;
import org.pgassay.probe.immutability.Siege;
import org.pgassay.probe.tenancy.IsolationProbe;

/** Holds experiments on a bench when they are first asked for. Each is for one thread at a time. */
final class Probes implements Sandbox {

    private final RowTrials rows;
    private final Attacks attacks;
    private final Isolation isolation;
    private final Contention contention;
    private final QueryPlans plans;

    /**
     * Experiments on that bench.
     *
     * @param plans those of queries, of the same database
     */
    Probes(Bench bench, QueryPlans plans) {
        this.rows = new RowExperiments(bench);
        this.attacks = new Siege(bench);
        this.isolation = new IsolationProbe(bench);
        this.contention = new ContentionProbe(bench);
        this.plans = plans;
    }

    @Override
    public RowTrials rows() {
        return rows;
    }

    @Override
    public Attacks attacks() {
        return attacks;
    }

    @Override
    public Isolation isolation() {
        return isolation;
    }

    @Override
    public Contention contention() {
        return contention;
    }

    @Override
    public QueryPlans plans() {
        return plans;
    }
}
