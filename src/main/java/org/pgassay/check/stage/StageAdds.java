package org.pgassay.check.stage;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Rehearsals.StageTrials;
import org.pgassay.check.Verdict;
import org.pgassay.check.claim.Quantity;
import org.pgassay.spec.Location;

/**
 * A stage must add as many objects of a kind as the spec says.
 *
 * @param measure what is counted
 * @param quantity how many there must be more after it than before it
 */
record StageAdds(String stage, String measure, Quantity quantity, StageTrials trials, Location location)
        implements TriesStages {

    static final String ID = "stage/adds";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return stage + ": " + measure;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.MIGRATION_RUN, Need.REHEARSALS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Long counted = evidence.rehearsals().stages(trials).of(stage).added().get(measure);
        if (counted == null) {
            throw new IllegalStateException("nothing was counted for " + measure);
        }
        long added = counted;
        String observed = String.valueOf(added);
        if (quantity.accepts(added) && (added != 0 || quantity.exact())) {
            return List.of(Finding.passed(
                    this, "stage " + stage + " adds " + added + " (" + measure + "), as stated.", observed, 1));
        }
        boolean vacuous = quantity.accepts(added);
        String happens = switch (Long.signum(added)) {
            case 0 -> "there are as many after it as before it";
            case 1 -> "there are " + added + " more after it";
            default -> "there are " + -added + " fewer after it";
        };
        Finding finding = Finding.failed(
                this,
                "stage " + stage + " is to add " + quantity.text() + " (" + measure + "), and " + happens + "."
                        + (vacuous ? " Nothing is added, so the statement says nothing." : ""),
                "Correct the stage, or what is stated of it.",
                quantity.text(),
                observed);
        return List.of(vacuous ? finding.as(Verdict.VACUOUS) : finding);
    }
}
