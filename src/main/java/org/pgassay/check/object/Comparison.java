package org.pgassay.check.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a stated object and those of the real one.
 *
 * @param expected by name, in their order
 * @param observed by name, in their order
 */
record Comparison(Map<String, String> expected, Map<String, String> observed) {

    private static final String YES = "yes";

    /** What the attributes are called in a sentence, where that is not their name. */
    private static final Map<String, String> WORDS =
            Map.of("owned by", "owning column", "set", "settings", "returns", "result type", "cycle", "cycling");

    /** What is longer is left to the lines of what was expected and observed. */
    private static final int QUOTABLE = 60;

    /** Copies the maps, keeping their order. */
    Comparison {
        expected = new LinkedHashMap<>(expected);
        observed = new LinkedHashMap<>(observed);
    }

    /** The attributes that differ, those of the statement first. */
    List<String> differing() {
        Set<String> all = new LinkedHashSet<>(expected.keySet());
        all.addAll(observed.keySet());
        List<String> differing = new ArrayList<>();
        for (String attribute : all) {
            String left = expected.get(attribute);
            if (left == null || !left.equals(observed.get(attribute))) {
                differing.add(attribute);
            }
        }
        return differing;
    }

    /** What differs, as the rest of a sentence about the object. */
    String sentence() {
        return differing().stream()
                .map(attribute -> phrase(attribute, expected.get(attribute), observed.get(attribute)))
                .collect(Collectors.joining("; it "));
    }

    private static String phrase(String name, @Nullable String stated, @Nullable String real) {
        String attribute = WORDS.getOrDefault(name, name);
        if (YES.equals(real)) {
            return "is " + attribute + " and must not be";
        } else if (YES.equals(stated)) {
            return "is not " + attribute + " and must be";
        } else if (real == null) {
            return "has no " + attribute + " and must have " + quotable(stated, "one");
        } else if (stated == null) {
            return "has " + attribute + " " + quotable(real, "") + (isQuotable(real) ? " " : "") + "and must have none";
        } else if (isQuotable(stated) && isQuotable(real)) {
            return "has " + attribute + " " + real + " and must have " + stated;
        }
        return "has another " + attribute + " than stated";
    }

    private static String quotable(@Nullable String value, String otherwise) {
        return value != null && isQuotable(value) ? value : otherwise;
    }

    private static boolean isQuotable(String value) {
        return value.length() <= QUOTABLE && value.indexOf('\n') < 0;
    }

    private boolean isFlag(String attribute) {
        return YES.equals(expected.get(attribute)) || YES.equals(observed.get(attribute));
    }

    /** What was expected of the attributes that differ. */
    String expectedText() {
        return text(expected, differing());
    }

    /** What was observed of the attributes that differ. */
    String observedText() {
        return text(observed, differing());
    }

    /** All attributes that were observed. */
    String all() {
        return text(observed, List.copyOf(observed.keySet()));
    }

    private String text(Map<String, String> values, List<String> attributes) {
        return attributes.stream()
                .map(attribute -> attribute + ": "
                        + values.getOrDefault(attribute, isFlag(attribute) ? "no" : "none")
                                .strip())
                .collect(Collectors.joining("; "));
    }
}
