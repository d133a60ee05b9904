package org.pgassay.verify;

/** There is no schema to write a spec of; the message says why. */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean broken;

    SchemaException(String message, boolean broken) {
        super(message);
        this.broken = broken;
    }

    /** Whether the database broke, and not what was asked for is wrong. */
    public boolean broken() {
        return broken;
    }
}
