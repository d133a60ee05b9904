package org.pgassay.secrets;

/**
 * A place where a secret stands. It has no component for the secret, so that none can be printed.
 *
 * @param kind the id of what it is, such as {@code github-token}
 * @param title what it is, in words
 * @param line from 1
 * @param column from 1, in characters (code points)
 */
public record Sighting(String kind, String title, int line, int column) {

    /** Line and column. */
    public String place() {
        return line + ":" + column;
    }
}
