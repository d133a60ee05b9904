package org.pgassay.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A trigger that a user made; the internal ones of foreign keys are not among them.
 *
 * @param definition as {@code pg_get_triggerdef} prints it, qualified
 */
public record Trigger(
        String name,
        String definition,
        Enabled enabled,
        @Nullable String comment) {

    /** When it fires, by {@code session_replication_role}. */
    public enum Enabled {
        ORIGIN,
        ALWAYS,
        REPLICA,
        DISABLED
    }
}
