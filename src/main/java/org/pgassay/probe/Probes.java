package org.pgassay.probe;

import org.pgassay.check.Attacks;
import org.pgassay.check.Contention;
import org.pgassay.check.Isolation;
import org.pgassay.check.QueryPlans;
import org.pgassay.check.RowTrials;
import org.pgassay.check.Sandbox;

/** Holds experiments on a bench when they are first asked for. Not safe for use by several threads. */
public final class Probes implements Sandbox {

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
    public Probes(Bench bench, QueryPlans plans) {
        this.rows = new RowTrials() {};
        this.attacks = new Attacks() {};
        this.isolation = new Isolation() {};
        this.contention = new Contention() {};
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
