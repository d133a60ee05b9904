package org.pgassay.check.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.SeedPlan;
import org.pgassay.check.SeedPlan.Step;
import org.pgassay.check.Seeding.Done;
import org.pgassay.check.Seeding.Failure;
import org.pgassay.check.Seeding.Ran;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/** All seeds must run without an error in a fresh copy of the migrated database, and put something in. */
record SeedsRun(SeedPlan plan, Names names, Location location) implements Check {

    static final String ID = "seed/runs";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "seeds";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.SEEDS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Ran ran = evidence.seeding().ran();
        Failure failure = ran.failure();
        if (failure == null && ran.tables().isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            "all seeds run, and no table holds a row afterwards that the migrations did not put there.",
                            "See why their statements do nothing, or take them out of the spec.",
                            "rows",
                            "none")
                    .as(Verdict.VACUOUS)
                    .as(ran.role()));
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            Finding finding = failure != null && failure.step().equals(step)
                    ? failed(failure)
                    : i < ran.done().size() ? done(ran.done().get(i), ran) : pending(step);
            findings.add(finding.about(step.name()).at(step.location()).as(ran.role()));
        }
        return findings;
    }

    private Finding done(Done done, Ran ran) {
        String name = done.step().name();
        String what = done.step() instanceof SeedPlan.Data ? "row" : "statement";
        if (done.count() == 0) {
            return Finding.failed(
                            this,
                            name + " holds no " + what + ", so it puts nothing in.",
                            "Write it, or take it out of the spec.",
                            what + "s",
                            "none")
                    .as(Verdict.VACUOUS);
        }
        String tables = ran.tables().stream().map(names::subject).collect(Collectors.joining(", "));
        return Finding.passed(
                        this,
                        name + " runs as " + ran.role() + ".",
                        done.count() < 0 ? "ended without an error" : counted(done.count(), what),
                        Math.max(1, done.count()))
                .with(ran.tables().isEmpty() ? List.of() : List.of("all seeds together put rows into " + tables));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private Finding failed(Failure failure) {
        boolean program = failure.step() instanceof SeedPlan.Command;
        String place =
                program ? "" : " at " + failure.at().file() + ":" + failure.at().line();
        return Finding.failed(
                this,
                failure.step().name() + " fails" + place + ": " + failure.message()
                        + (failure.message().endsWith(".") ? "" : "."),
                "Mend it; what stands before it has run.",
                "run without an error",
                failure.message());
    }

    private Finding pending(Step step) {
        return Finding.failed(
                this,
                step.name() + " was not run, because one before it failed.",
                "Mend the one that failed.",
                "run without an error",
                "not run");
    }
}
