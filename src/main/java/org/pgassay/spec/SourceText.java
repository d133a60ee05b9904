package org.pgassay.spec;

/**
 * A piece of SQL in a spec, and where each of its characters stands.
 *
 * @param source the scalar that holds it
 */
public record SourceText(Node.Scalar source) {

    /** The text. */
    public String text() {
        return source.value();
    }

    /** Where the text begins. */
    public Location location() {
        return source.location();
    }

    /** Where the character at an offset stands. */
    public Location at(int offset) {
        return source.at(offset);
    }
}
