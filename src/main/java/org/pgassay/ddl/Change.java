package org.pgassay.ddl;

import java.util.List;

/**
 * How a piece becomes another without being dropped.
 *
 * @param statements empty where other changes do it
 * @param disturbs whether what reads it must be dropped before, and be made again
 */
record Change(List<DdlStatement> statements, boolean disturbs) {

    /** Copies the list. */
    Change {
        statements = List.copyOf(statements);
    }

    static Change of(List<DdlStatement> statements) {
        return new Change(statements, false);
    }
}
