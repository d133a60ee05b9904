package org.pgassay.sql;

/** SQL that cannot be split into tokens. */
public final class SqlSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    /** Describes the fault and where it begins. */
    public SqlSyntaxException(String message, int offset) {
        super(message);
        this.offset = offset;
    }

    /** Where the fault begins, counted in characters from 0. */
    public int offset() {
        return offset;
    }
}
