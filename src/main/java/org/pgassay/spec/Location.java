package org.pgassay.spec;

/**
 * A place in a spec file.
 *
 * @param file as the user would write it, relative to the working directory where that is possible
 * @param line from 1
 * @param column from 1, in characters (code points)
 */
public record Location(String file, int line, int column) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
