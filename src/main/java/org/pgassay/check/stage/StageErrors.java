package org.pgassay.check.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Rehearsals.StageTrials;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRun.Failure;
import org.pgassay.migration.MigrationRun.Refused;
import org.pgassay.spec.Location;

/**
 * An error that a stage declares must come: one that never does hides the next of its kind.
 *
 * @param number which of the stage's errors it is, from 0
 * @param error what it is, for a reader
 * @param says why it is expected
 * @param rerun whether it may also come when the stage is run again
 */
record StageErrors(
        String stage, int number, String error, String says, boolean rerun, StageTrials trials, Location location)
        implements TriesStages {

    static final String ID = "stage/errors";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return stage + ": " + error;
    }

    @Override
    public Set<Need> needs() {
        return rerun ? Set.of(Need.MIGRATION_RUN, Need.REHEARSALS) : Set.of(Need.MIGRATION_RUN);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<MigrationRun.Step> step = evidence.migrations().steps().stream()
                .filter(each -> each.revision().id().equals(stage))
                .findFirst();
        List<String> met = new ArrayList<>();
        step.ifPresent(applied -> met.addAll(lines(applied.refused(), "")));
        if (rerun) {
            var again = evidence.rehearsals().stages(trials).of(stage).rerun();
            met.addAll(lines(
                    Objects.requireNonNull(again, "the stage is run again").refused(), ", run again"));
        }
        boolean applied =
                step.filter(each -> each.state() == MigrationRun.State.APPLIED).isPresent();
        if (met.isEmpty() && !applied) {
            return List.of(Finding.unverified(
                    this,
                    "stage " + stage + " was not applied to its end, so whether " + error + " comes is not known.",
                    "Mend the stage that failed."));
        }
        return List.of(met.isEmpty() ? stale() : came(met));
    }

    private List<String> lines(List<Refused> refused, String when) {
        return refused.stream()
                .filter(each -> each.error() == number)
                .map(Refused::failure)
                .map(failure -> line(failure, when))
                .toList();
    }

    private static String line(Failure failure, String when) {
        return failure.file() + ":" + failure.line() + ", statement " + failure.statement() + when + ": "
                + failure.message();
    }

    private Finding came(List<String> met) {
        return Finding.passed(
                        this,
                        "stage " + stage + " meets " + error + (met.size() == 1 ? " once" : " " + met.size() + " times")
                                + ", as expected: " + says + ".",
                        error,
                        met.size())
                .with(met);
    }

    private Finding stale() {
        return Finding.failed(
                this,
                "stage " + stage + " declares that it meets " + error + " (" + says + "), and it "
                        + (rerun ? "did not, nor when it was run again" : "did not")
                        + ". The next error of that sort would go unseen.",
                "Take it out of 'errors', or correct its code or object.",
                error,
                "no such error");
    }
}
