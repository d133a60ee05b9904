package org.pgassay.check.concurrency;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Contention.Deaths;
import org.pgassay.check.Contention.Worked;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/** The job of a worker that is killed in the middle of it must be done once by another. */
record SurvivesKill(Experiment experiment, Location location) implements Check {

    static final String ID = "concurrency/survives-kill";

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
        Deaths deaths = worked.deaths();
        if (deaths == null || deaths.workers() == 0) {
            return Finding.unverified(
                    this,
                    subject() + ": no worker got a job, so none could be killed with one, "
                            + experiment.tried(worked.role()) + ".",
                    "State 'values' and 'params' such that the claim takes the jobs.");
        } else if (deaths.again()) {
            return failed(
                    worked,
                    "after a worker was killed, its job was done more than once",
                    Experiment.SKIP_LOCKED,
                    "more than once");
        } else if (deaths.lost() > 0 && worked.tally().endless()) {
            return Finding.unverified(
                    this,
                    subject()
                            + ": other jobs were given out again and again, so whether those of workers that were killed"
                            + " would be done cannot be told.",
                    "Mend that each job is given out once first.");
        } else if (deaths.lost() > 0) {
            return failed(
                    worked,
                    "after " + deaths.workers()
                            + (deaths.workers() == 1 ? " worker was" : " workers were") + " killed, " + deaths.lost()
                            + " of their jobs "
                            + (deaths.lost() == 1 ? "was" : "were") + " given to no other worker",
                    "Let the claim change nothing that outlives its transaction but the rows it commits: a rollback does not"
                            + " bring back numbers of a sequence, or what went over another connection.",
                    deaths.lost() + (deaths.lost() == 1 ? " job lost" : " jobs lost"));
        }
        return Finding.passed(
                this,
                subject() + ": " + deaths.workers()
                        + (deaths.workers() == 1 ? " worker was" : " workers were")
                        + " killed in the middle of a job, and others did the same jobs exactly once, "
                        + experiment.tried(worked.role()) + ".",
                "done once by another",
                deaths.workers());
    }

    private Finding failed(Worked worked, String what, String help, String observed) {
        return Finding.failed(
                this,
                subject() + ": " + what + ", " + experiment.tried(worked.role()) + ".",
                help,
                "done once by another",
                observed);
    }
}
