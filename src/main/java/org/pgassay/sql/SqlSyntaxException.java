package org.pgassay.sql;

/** SQL that cannot be split into tokens. */
public final class SqlSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;
    private final boolean ofWhole;

    /** Describes the fault and where it begins. */
    public SqlSyntaxException(String message, int offset) {
        this(message, offset, false);
    }

    private SqlSyntaxException(String message, int offset, boolean ofWhole) {
        super(message);
        this.offset = offset;
        this.ofWhole = ofWhole;
    }

    /** A fault that is not that of one place: what is missing, for instance. */
    public static SqlSyntaxException ofWhole(String message) {
        return new SqlSyntaxException(message, 0, true);
    }

    /** Where the fault begins, counted in characters from 0. */
    public int offset() {
        return offset;
    }

    /** Whether it is a fault of the whole text, and of no place in it. */
    public boolean isOfWhole() {
        return ofWhole;
    }
}
