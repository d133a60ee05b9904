package org.pgassay.check.stage;

import java.util.List;
import java.util.Objects;
import java.util.Set;
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

/** Running a stage again must change neither schema nor rows, and meet no error that is not declared. */
record StageRerun(String stage, StageTrials trials, Names names, Location location) implements TriesStages {

    static final String ID = "stage/rerun";

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
        Aftermath rerun = Objects.requireNonNull(tried.rerun(), "the stage is run again");
        MigrationRun.Failure failure = rerun.failure();
        List<String> changes = Remains.changes(rerun, names);
        if (failure != null) {
            return List.of(Finding.failed(
                            this,
                            "run again, stage " + stage + " fails " + Traces.of(failure) + ".",
                            "Write it so that it can be run again (IF NOT EXISTS, OR REPLACE, ON CONFLICT DO NOTHING),"
                                    + " or declare the error under 'errors' if it does no harm.",
                            "nothing changes",
                            failure.message())
                    .with(changes));
        } else if (!changes.isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            "running stage " + stage + " again changes something: " + Traces.summary(changes) + ".",
                            "Write it so that the second run finds nothing left to do (IF NOT EXISTS, ON CONFLICT DO"
                                    + " NOTHING).",
                            "nothing changes",
                            Remains.count(changes))
                    .with(changes));
        } else if (tried.idle()) {
            return List.of(Remains.idle(this, stage, "that running it again changes nothing"));
        }
        int refused = rerun.refused().size();
        return List.of(Finding.passed(
                this,
                "running stage " + stage + " again changes nothing"
                        + (refused == 0
                                ? "."
                                : "; " + refused + (refused == 1 ? " error" : " errors") + " came as declared."),
                "nothing changes",
                1));
    }
}
