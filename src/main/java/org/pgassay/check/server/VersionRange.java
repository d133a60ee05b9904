package org.pgassay.check.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Major versions, as comparisons that all must hold. */
public record VersionRange(List<Comparison> comparisons) {

    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|=)?\\s*([0-9]{1,4})(?![0-9])");

    /** One comparison with a major version. */
    public record Comparison(String operator, int version) {

        boolean accepts(int major) {
            return switch (operator) {
                case ">=" -> major >= version;
                case ">" -> major > version;
                case "<=" -> major <= version;
                case "<" -> major < version;
                default -> major == version;
            };
        }
    }

    /** Reads {@code 15}, {@code >=15} or {@code >=14 <18}; the JSON Schema has seen to the form. */
    public static VersionRange parse(String text) {
        List<Comparison> comparisons = new ArrayList<>();
        Matcher matcher = COMPARISON.matcher(text);
        while (matcher.find()) {
            String operator = matcher.group(1) == null ? "=" : matcher.group(1);
            comparisons.add(new Comparison(operator, Integer.parseInt(matcher.group(2))));
        }
        if (comparisons.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' names no major version");
        }
        return new VersionRange(List.copyOf(comparisons));
    }

    /** Whether a major version satisfies every comparison. */
    public boolean accepts(int major) {
        return comparisons.stream().allMatch(comparison -> comparison.accepts(major));
    }
}
