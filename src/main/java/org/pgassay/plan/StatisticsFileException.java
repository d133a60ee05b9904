package org.pgassay.plan;

/** Says where a file of statistics is not what {@code pg_dump --statistics-only} writes. */
public final class StatisticsFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;

    /**
     * What is wrong.
     *
     * @param line from 1
     */
    public StatisticsFileException(int line, String message) {
        super("line " + line + ": " + message);
        this.line = line;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }
}
