package org.pgassay.migration;

import java.util.List;

/** Migrations that cannot be read or put in order: object, effect and what to do. */
public final class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Several things that are wrong, each with its place: a line for each. */
    public MigrationException(List<String> problems) {
        super(String.join("\n", problems));
    }

    /** Describes what is wrong. */
    public MigrationException(String message) {
        super(message);
    }
}
