package org.pgassay.check.claim;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many there must be: a count, or a share of a whole in per cent.
 *
 * @param text as the spec writes it
 * @param low what is compared with; of a range the lower end
 * @param high of a range the upper end; otherwise the same as {@code low}
 * @param percent whether it is a share
 */
public record Quantity(String text, Comparison comparison, BigDecimal low, BigDecimal high, boolean percent) {

    private static final String NUMBER = "([0-9][0-9_]*(?:\\.[0-9]+)?)\\s*(%?)";

    private static final Pattern COMPARISON = Pattern.compile("\\s*(>=|<=|!=|<>|>|<|=)?\\s*" + NUMBER + "\\s*");

    private static final Pattern RANGE = Pattern.compile("\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** How a value is compared. */
    public enum Comparison {
        EQUAL,
        OTHER,
        AT_LEAST,
        MORE,
        AT_MOST,
        LESS,
        WITHIN
    }

    /**
     * Reads {@code 17}, {@code >=85}, {@code !=0}, {@code 17..20}, {@code 99.5%} or {@code 60%..70%}.
     *
     * @throws IllegalArgumentException if it is none of these, or no count can satisfy it, or every one does
     */
    public static Quantity parse(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            // The sign may stand with the upper end only: 60..70%.
            boolean percent = !range.group(4).isEmpty();
            if (!percent && !range.group(2).isEmpty()) {
                throw new IllegalArgumentException("'" + text + "' is a share at one end and a count at the other");
            }
            return checked(new Quantity(
                    text.strip(),
                    Comparison.WITHIN,
                    number(range.group(1), percent),
                    number(range.group(3), percent),
                    percent));
        }
        Matcher comparison = COMPARISON.matcher(text);
        if (!comparison.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no number, comparison, range or percentage");
        }
        boolean percent = !comparison.group(3).isEmpty();
        BigDecimal number = number(comparison.group(2), percent);
        String operator = comparison.group(1) == null ? "=" : comparison.group(1);
        Comparison kind = switch (operator) {
            case ">=" -> Comparison.AT_LEAST;
            case ">" -> Comparison.MORE;
            case "<=" -> Comparison.AT_MOST;
            case "<" -> Comparison.LESS;
            case "!=", "<>" -> Comparison.OTHER;
            default -> Comparison.EQUAL;
        };
        return checked(new Quantity(text.strip(), kind, number, number, percent));
    }

    private static Quantity checked(Quantity quantity) {
        BigDecimal most = quantity.percent ? HUNDRED : MOST;
        boolean possible = switch (quantity.comparison) {
            case EQUAL, AT_LEAST -> quantity.low.compareTo(most) <= 0;
            case MORE -> quantity.low.compareTo(most) < 0;
            case LESS -> quantity.low.signum() > 0;
            case WITHIN -> quantity.low.compareTo(quantity.high) <= 0 && quantity.low.compareTo(most) <= 0;
            case AT_MOST, OTHER -> true;
        };
        if (!possible) {
            throw new IllegalArgumentException("no count is within '" + quantity.text + "'");
        }
        boolean certain = switch (quantity.comparison) {
            case AT_LEAST -> quantity.low.signum() == 0;
            case AT_MOST -> quantity.percent && quantity.low.compareTo(most) >= 0;
            case LESS, OTHER -> quantity.percent && quantity.low.compareTo(most) > 0;
            case WITHIN -> quantity.percent && quantity.low.signum() == 0 && quantity.high.compareTo(most) >= 0;
            case EQUAL, MORE -> false;
        };
        if (certain) {
            throw new IllegalArgumentException("every count is within '" + quantity.text + "': it claims nothing");
        }
        return quantity;
    }

    private static BigDecimal number(String digits, boolean percent) {
        BigDecimal number = new BigDecimal(digits.replace("_", ""));
        if (!percent && number.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("'" + digits + "' is no count; a share of a whole is written with %");
        }
        if (number.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("'" + digits + "' is too large a number");
        }
        return number;
    }

    /** Whether a count is one of those stated. */
    public boolean accepts(long count) {
        return accepts(BigDecimal.valueOf(count), BigDecimal.ONE);
    }

    /** Whether the share of a count in a whole is one of those stated; reckoned without rounding. */
    public boolean accepts(long count, long whole) {
        return accepts(BigDecimal.valueOf(count).multiply(HUNDRED), BigDecimal.valueOf(whole));
    }

    private boolean accepts(BigDecimal value, BigDecimal unit) {
        if (value.signum() < 0) {
            return false;
        }
        int order = value.compareTo(low.multiply(unit));
        return switch (comparison) {
            case EQUAL -> order == 0;
            case OTHER -> order != 0;
            case AT_LEAST -> order >= 0;
            case MORE -> order > 0;
            case AT_MOST -> order <= 0;
            case LESS -> order < 0;
            case WITHIN -> order >= 0 && value.compareTo(high.multiply(unit)) <= 0;
        };
    }

    /** Whether it states one number and not many of them. */
    public boolean exact() {
        return comparison == Comparison.EQUAL
                || (comparison == Comparison.WITHIN && low.compareTo(high) == 0)
                || (comparison == Comparison.AT_MOST && low.signum() == 0)
                || (comparison == Comparison.LESS && !percent && low.compareTo(BigDecimal.ONE) <= 0);
    }
}
