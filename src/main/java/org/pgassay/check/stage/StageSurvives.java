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
import org.pgassay.spec.Location;

/** Where a stage that is one transaction fails, the stages before it must stand, and nothing of it be left. */
record StageSurvives(String stage, StageTrials trials, Names names, Location location) implements TriesStages {

    static final String ID = "stage/survives";

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
        Aftermath failing = Objects.requireNonNull(tried.failing(), "the stage is made to fail");
        List<String> left = Remains.behind(failing, names);
        if (!left.isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            "stage " + stage + " was made to fail at its end, and what was there before it is not as it"
                                    + " was: " + Traces.summary(left) + ".",
                            "Take out what works outside the transaction of the stage (dblink, COPY TO PROGRAM), or state"
                                    + " 'transaction: statement' for it.",
                            "schema and rows as before the stage",
                            Remains.count(left))
                    .with(left));
        } else if (tried.idle()) {
            return List.of(Remains.idle(this, stage, "that nothing of it is left where it fails"));
        }
        return List.of(Finding.passed(
                this,
                "stage " + stage + " was made to fail at its end: nothing of it is left, and what was there before it"
                        + " stands.",
                "schema and rows as before the stage",
                1));
    }
}
