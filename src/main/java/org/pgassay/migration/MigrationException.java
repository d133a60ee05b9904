package org.pgassay.migration;

/** Migrations that cannot be read or put in order: object, effect and what to do. */
public final class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Describes what is wrong. */
    public MigrationException(String message) {
        super(message);
    }
}
