package org.pgassay.check.concurrency;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Contention.Tally;
import org.pgassay.check.Contention.Together;
import org.pgassay.check.Contention.Worked;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/** Workers that claim at the same time must get each job once, none twice and none never. */
record ExactlyOnce(Experiment experiment, Location location) implements Check {

    static final String ID = "concurrency/exactly-once";

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
        Tally tally = worked.tally();
        int jobs = experiment.queue().jobs();
        if (tally.endless() && tally.idle() > 0) {
            return failed(
                    worked,
                    "jobs are given out again and again, because completing them changes no row",
                    "Let 'complete' change what the claim looks at, such as the status.",
                    "the same jobs, over and over");
        } else if (together.sharing() > 0) {
            return failed(
                    worked,
                    together.sharing() + " of " + together.workers()
                            + " workers that claimed at the same time were given the same job, so it is done more than once",
                    Experiment.SKIP_LOCKED,
                    "one job for " + together.sharing() + " workers");
        } else if (tally.again()) {
            return failed(
                    worked,
                    together.blocked() > 0
                            ? "workers that had waited for a job were given it after another had completed it, so it is done"
                                    + " more than once"
                            : "some jobs are given out more than once, so they are done more than once",
                    Experiment.SKIP_LOCKED,
                    "some jobs more than once");
        } else if (tally.lost() > 0) {
            return failed(
                    worked,
                    tally.lost() + " of " + jobs
                            + " jobs " + (tally.lost() == 1 ? "was" : "were")
                            + " given to no worker, not even to one who was alone in the end",
                    "Mend the claim so that it reaches every job; if it asks for certain values, state them under 'values'"
                            + " and 'params'.",
                    tally.lost() + " of " + jobs + " jobs never claimed");
        } else if (tally.idle() > 0) {
            return failed(
                    worked,
                    tally.idle() + " of " + jobs
                            + " jobs " + (tally.idle() == 1 ? "was" : "were")
                            + " claimed and not completed: completing them changed no row",
                    "Let 'complete' name the job by its key, as the claim returns it.",
                    tally.idle() + " of " + jobs + " jobs not completed");
        } else if (together.holding() < 2) {
            return failed(
                    worked,
                    "while one worker held a job, none of the other " + (together.workers() - 1)
                            + " got one, so no two worked at the same time",
                    "Claim fewer jobs at once, with FOR UPDATE SKIP LOCKED, so that each worker gets its own.",
                    "one worker at a time");
        }
        return Finding.passed(
                this,
                subject() + ": " + together.holding() + " of " + together.workers()
                        + " workers held jobs at the same time, and each of " + jobs
                        + " jobs was claimed and completed exactly once, "
                        + experiment.tried(worked.role()) + ".",
                "each of " + jobs + " jobs exactly once",
                jobs);
    }

    private Finding failed(Worked worked, String what, String help, String observed) {
        return Finding.failed(
                this,
                subject() + ": " + what + ", " + experiment.tried(worked.role()) + ".",
                help,
                "each of " + experiment.queue().jobs() + " jobs exactly once",
                observed);
    }
}
