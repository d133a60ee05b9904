package org.pgassay.check.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Rehearsals.Aftermath;
import org.pgassay.check.Rehearsals.RolledBack;
import org.pgassay.check.Rehearsals.StageTrials;
import org.pgassay.check.revision.Traces;
import org.pgassay.migration.MigrationRun;
import org.pgassay.spec.Location;

/** From the migrated database, the stages must go back one after the other, each to what was before it. */
record StageRollbackPlan(StageTrials trials, Names names, Location location) implements TriesStages {

    static final String ID = "stage/rollback-plan";

    private static final String BEFORE = "schema and rows as before the stage";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "rollback";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.MIGRATION_RUN, Need.REHEARSALS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        List<RolledBack> plan = evidence.rehearsals().stages(trials).plan();
        for (RolledBack step : plan) {
            findings.add(finding(step).about(step.revision().id()));
        }
        // The plan ends where it fails: what comes next was not tried.
        for (String left : trials.plan().subList(0, trials.plan().size() - plan.size())) {
            findings.add(Finding.failed(
                            this,
                            "stage " + left + " was not rolled back, because the rollback of one after it is at fault.",
                            "Mend that one first.",
                            BEFORE,
                            "not tried")
                    .about(left));
        }
        return findings;
    }

    private Finding finding(RolledBack step) {
        String stage = step.revision().id();
        Aftermath aftermath = step.aftermath();
        MigrationRun.Failure failure = aftermath.failure();
        List<String> left = Remains.behind(aftermath, names);
        if (aftermath.clean()) {
            return Finding.passed(
                    this,
                    "in the migrated database, with the stages after it rolled back, stage " + stage
                            + " is rolled back without a trace.",
                    BEFORE,
                    1);
        }
        return Finding.failed(
                        this,
                        "in the migrated database, with the stages after it rolled back, "
                                + (failure != null
                                        ? "the rollback of stage " + stage + " fails " + Traces.of(failure) + "."
                                        : "the rollback of stage " + stage + " does not bring back what was before it: "
                                                + Traces.summary(left) + "."),
                        "Undo in each rollback what its stage does, and what later stages leave of its objects.",
                        BEFORE,
                        failure != null ? "not rolled back" : Remains.count(left))
                .with(left);
    }
}
