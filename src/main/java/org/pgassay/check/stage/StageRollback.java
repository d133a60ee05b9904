package org.pgassay.check.stage;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Rehearsals.Aftermath;
import org.pgassay.check.Rehearsals.StageTrials;
import org.pgassay.check.Rehearsals.StageTried;
import org.pgassay.check.revision.Traces;
import org.pgassay.migration.MigrationRun;
import org.pgassay.spec.Location;

/** Rolling a stage back must bring back schema and rows from before it, and it must apply again afterwards. */
record StageRollback(String stage, StageTrials trials, Names names, Location location) implements TriesStages {

    static final String ID = "stage/rollback";

    private static final String BEFORE = "schema and rows as before the stage";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return stage;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.MIGRATION_RUN, Need.REHEARSALS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        StageTried tried = evidence.rehearsals().stages(trials).of(stage);
        Aftermath undone = Objects.requireNonNull(tried.undone(), "the stage is rolled back");
        @Nullable Aftermath again = tried.again();
        if (!undone.clean()) {
            return List.of(notUndone(undone));
        } else if (again != null && !again.clean()) {
            return List.of(notAgain(again));
        } else if (tried.idle()) {
            return List.of(Remains.idle(this, stage, "that it is rolled back without a trace"));
        }
        return List.of(Finding.passed(
                this, "stage " + stage + " is rolled back without a trace, and can be applied again.", BEFORE, 1));
    }

    private Finding notUndone(Aftermath undone) {
        MigrationRun.Failure failure = undone.failure();
        List<String> left = Remains.behind(undone, names);
        return Finding.failed(
                        this,
                        failure != null
                                ? "rolling back stage " + stage + " fails " + Traces.of(failure) + "."
                                : "rolling back stage " + stage + " does not bring back what was before it: "
                                        + Traces.summary(left) + ".",
                        "Undo in its rollback all that the stage does, in the reverse order.",
                        BEFORE,
                        failure != null ? "not rolled back" : Remains.count(left))
                .with(left);
    }

    private Finding notAgain(Aftermath again) {
        MigrationRun.Failure failure = again.failure();
        List<String> changes = Remains.changes(again, names);
        return Finding.failed(
                        this,
                        failure != null
                                ? "stage " + stage + " cannot be applied again once it was rolled back, "
                                        + Traces.of(failure) + "."
                                : "stage " + stage
                                        + " makes another schema when it is applied again after its rollback: "
                                        + Traces.summary(changes) + ".",
                        "Make the stage do what its rollback undoes, and nothing that depends on when it runs.",
                        "applied again, the same",
                        failure != null ? "not applied again" : Remains.count(changes))
                .with(changes);
    }
}
