package org.pgassay.check.claim;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many there must be: a range of counts, both ends included.
 *
 * @param text as the spec writes it
 */
record Quantity(String text, long least, long most) {

    private static final Pattern COMPARISON = Pattern.compile("\\s*(>=|<=|>|<|=)?\\s*([0-9][0-9_]*)\\s*");

    private static final Pattern RANGE = Pattern.compile("\\s*([0-9][0-9_]*)\\s*\\.\\.\\s*([0-9][0-9_]*)\\s*");

    /**
     * Reads {@code 17}, {@code >=85} or {@code 17..20}.
     *
     * @throws IllegalArgumentException if it is none of these, or no count can satisfy it
     */
    static Quantity parse(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return checked(new Quantity(text.strip(), number(range.group(1)), number(range.group(2))));
        }
        Matcher comparison = COMPARISON.matcher(text);
        if (!comparison.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no number, comparison or range");
        }
        long number = number(comparison.group(2));
        String operator = comparison.group(1) == null ? "=" : comparison.group(1);
        Quantity quantity = switch (operator) {
            case ">=" -> new Quantity(text.strip(), number, Long.MAX_VALUE);
            case ">" -> new Quantity(text.strip(), successor(number, text), Long.MAX_VALUE);
            case "<=" -> new Quantity(text.strip(), 0, number);
            case "<" -> new Quantity(text.strip(), 0, number - 1);
            default -> new Quantity(text.strip(), number, number);
        };
        return checked(quantity);
    }

    private static Quantity checked(Quantity quantity) {
        if (quantity.least > quantity.most) {
            throw new IllegalArgumentException("no count is within '" + quantity.text + "'");
        }
        return quantity;
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits.replace("_", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + digits + "' is too large a number", e);
        }
    }

    private static long successor(long number, String text) {
        if (number == Long.MAX_VALUE) {
            throw new IllegalArgumentException("no count is within '" + text + "'");
        }
        return number + 1;
    }

    boolean accepts(long count) {
        return least <= count && count <= most;
    }

    /** Whether it states one number and not a range of them. */
    boolean exact() {
        return least == most;
    }
}
