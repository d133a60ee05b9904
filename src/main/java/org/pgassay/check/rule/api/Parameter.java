package org.pgassay.check.rule.api;

/**
 * Something that a spec can state of a rule.
 *
 * @param name its key
 * @param description one sentence, for the JSON Schema
 * @param required whether the rule says nothing without it
 */
public record Parameter(String name, String description, Type type, boolean required) {

    /** What a parameter's value is. */
    public enum Type {
        TEXT,
        INTEGER,
        /** A list of texts, or one text. */
        TEXTS
    }

    /** A text that can be left out. */
    public static Parameter text(String name, String description) {
        return new Parameter(name, description, Type.TEXT, false);
    }

    /** A number that can be left out. */
    public static Parameter integer(String name, String description) {
        return new Parameter(name, description, Type.INTEGER, false);
    }

    /** A list of texts, or one text, that can be left out. */
    public static Parameter texts(String name, String description) {
        return new Parameter(name, description, Type.TEXTS, false);
    }

    /** The same parameter, which must be stated. */
    public Parameter mandatory() {
        return new Parameter(name, description, type, true);
    }
}
