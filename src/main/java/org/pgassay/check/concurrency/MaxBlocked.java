package org.pgassay.check.concurrency;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Contention.Together;
import org.pgassay.check.Contention.Worked;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Span;
import org.pgassay.spec.Location;

/**
 * A worker that claims must not wait for another one that holds a job.
 *
 * @param most how long it may at most
 */
record MaxBlocked(Experiment experiment, Span most, Location location) implements Check {

    static final String ID = "concurrency/max-blocked";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return experiment.queue().name();
    }

    @Override
    public Set<Need> needs() {
        return Experiment.NEEDS;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        return experiment.judged(this, evidence, this::finding);
    }

    private Finding finding(Worked worked) {
        Together together = worked.together();
        if (together.blocked() > 0) {
            return Finding.failed(
                    this,
                    subject() + ": " + together.blocked() + " of " + together.workers()
                            + " workers waited for longer than " + most.text()
                            + " for a lock, because another one held a job; they wait for as long as its job takes, "
                            + experiment.tried(worked.role()) + ".",
                    Experiment.SKIP_LOCKED,
                    "at most " + most.text(),
                    "more than " + most.text());
        } else if (together.holding() < 2) {
            return Finding.unverified(
                    this,
                    subject() + ": " + (together.holding() == 0 ? "no worker" : "only one worker")
                            + " got a job, so whether any waits for another was not tried, "
                            + experiment.tried(worked.role()) + ".",
                    "State 'values' and 'params' such that there is a job for every worker, and claim few at once.");
        }
        return Finding.passed(
                this,
                subject() + ": while " + together.holding() + " of " + together.workers()
                        + " workers held a job each, none of the claims waited for a lock for longer than "
                        + most.text() + ", " + experiment.tried(worked.role()) + ".",
                "at most " + most.text(),
                together.workers());
    }
}
