package org.pgassay.diff;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A comparison and what was asked of it.
 *
 * @param minimum the share in per cent that is asked for; null where any difference is one too many
 */
public record Delta(Comparison comparison, @Nullable BigDecimal minimum) {

    /** What it comes to. */
    public Comparison.Outcome outcome() {
        return comparison.outcome(minimum);
    }

    /** What it comes to, in a sentence. */
    public String summary() {
        Figures total = comparison.total();
        String share = total.percent() + " alike: " + total.alike() + " of " + total.total() + " objects";
        return switch (outcome()) {
            case ALIKE -> "No difference. " + share + ".";
            case ENOUGH -> share + ", which reaches the minimum of " + wanted() + ".";
            case DIFFERENT -> share + (minimum == null ? "." : ", which is below the minimum of " + wanted() + ".");
            case INCOMPLETE ->
                "No difference in what could be seen, and not everything could be seen. " + share + ".";
            case NOTHING -> "Nothing was compared: neither side has any object in the schemas that were read.";
        };
    }

    private String wanted() {
        return minimum == null ? "" : Percent.text(minimum);
    }
}
