package org.pgassay.catalog;

import java.util.Map;
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
        @Nullable String comment) implements Described {

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .add("definition", definition)
                .add("enabled", enabled == Enabled.ORIGIN ? null : enabled.name())
                .all();
    }

    /** When it fires, by {@code session_replication_role}. */
    public enum Enabled {
        ORIGIN,
        ALWAYS,
        REPLICA,
        DISABLED
    }
}
