package org.pgassay.diff;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Difference.Change;
import org.pgassay.catalog.Difference.Sort;
import org.pgassay.diff.Comparison.Outcome;

/**
 * A comparison and what was asked of it.
 *
 * @param minimum the share in per cent that is asked for; null where any difference is one too many
 * @param extraAllowed whether objects that only the right side has do not count
 */
public record Delta(Comparison comparison, @Nullable BigDecimal minimum, boolean extraAllowed) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** The figures without what does not count. */
    public Figures counted(Figures figures) {
        return extraAllowed ? figures.withoutAdded() : figures;
    }

    /** Whether a difference counts. */
    public boolean counts(Change change) {
        return !extraAllowed || change.sort() != Sort.ADDED;
    }

    /** What it comes to. */
    public Outcome outcome() {
        if (comparison.vacuous()) {
            return Outcome.NOTHING;
        } else if (!counted(comparison.total()).reaches(minimum == null ? WHOLE : minimum)) {
            return Outcome.DIFFERENT;
        } else if (!comparison.unseen().isEmpty()) {
            return Outcome.INCOMPLETE;
        }
        return comparison.changes().isEmpty() ? Outcome.ALIKE : Outcome.ENOUGH;
    }

    /** What it comes to, in a sentence. */
    public String summary() {
        Figures total = counted(comparison.total());
        String share = total.percent() + " alike: " + total.alike() + " of " + total.total() + " objects";
        String wanted = minimum == null ? "" : "the minimum of " + Percent.text(minimum);
        return switch (outcome()) {
            case ALIKE -> "No difference. " + share + ".";
            case ENOUGH -> share + (wanted.isEmpty() ? "." : ", which reaches " + wanted + ".");
            case DIFFERENT -> share + (wanted.isEmpty() ? "." : ", which is below " + wanted + ".");
            case INCOMPLETE -> "Not everything could be seen. Of what could: " + share + ".";
            case NOTHING -> "Nothing was compared: neither side has any object in the schemas that were read.";
        };
    }
}
