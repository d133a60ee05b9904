package org.pgassay.check;

import java.time.Duration;

/**
 * A length of time that a spec states.
 *
 * @param text as the spec writes it, such as {@code 500ms}
 */
public record Span(String text, long nanos) {

    /** Reads a time in the form that the JSON Schema asks for: a number with ms, s or min. */
    public static Span of(String text) {
        String unit = text.replaceAll("[0-9]", "");
        long count = Long.parseLong(text.substring(0, text.length() - unit.length()));
        Duration time = switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "min" -> Duration.ofMinutes(count);
            default -> throw new IllegalStateException("the schema lets '" + text + "' pass as a time");
        };
        return new Span(text, time.toNanos());
    }
}
