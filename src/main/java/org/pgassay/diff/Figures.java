package org.pgassay.diff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Difference;

/**
 * How many objects two sides have alike, and how many not. Each object that either side has counts once.
 *
 * @param alike both sides have it, without any difference
 * @param changed both sides have it, with other attributes
 * @param removed only the left side has it
 * @param added only the right side has it
 */
public record Figures(int alike, int changed, int removed, int added) {

    /** Nothing was compared. */
    public static final Figures NONE = new Figures(0, 0, 0, 0);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    /** How many objects were compared. */
    public int total() {
        return alike + changed + removed + added;
    }

    /** How many of them differ. */
    public int differing() {
        return total() - alike;
    }

    /** These and one object more. */
    Figures with(Difference.@Nullable Sort sort) {
        if (sort == null) {
            return new Figures(alike + 1, changed, removed, added);
        }
        return switch (sort) {
            case ADDED -> new Figures(alike, changed, removed, added + 1);
            case REMOVED -> new Figures(alike, changed, removed + 1, added);
            case CHANGED -> new Figures(alike, changed + 1, removed, added);
        };
    }

    /** The same without the objects that only the right side has. */
    public Figures withoutAdded() {
        return new Figures(alike, changed, removed, 0);
    }

    /**
     * The share of objects that are alike, in per cent, cut to two decimals: what is not wholly alike never reads 100.
     *
     * @return nothing if nothing was compared
     */
    public Optional<BigDecimal> parity() {
        return total() == 0
                ? Optional.empty()
                : Optional.of(HUNDRED.multiply(BigDecimal.valueOf(alike))
                        .divide(BigDecimal.valueOf(total()), DECIMALS, RoundingMode.DOWN));
    }

    /** The share in words, such as {@code 99.7 %}; {@code nothing to compare} where there is nothing. */
    public String percent() {
        return parity().map(share -> plain(share) + " %").orElse("nothing to compare");
    }

    /**
     * Whether the share is at least this, reckoned without rounding; false if nothing was compared.
     *
     * @param minimum in per cent
     */
    public boolean reaches(BigDecimal minimum) {
        return total() > 0
                && HUNDRED.multiply(BigDecimal.valueOf(alike)).compareTo(minimum.multiply(BigDecimal.valueOf(total())))
                        >= 0;
    }

    /** A number without needless zeros. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
