package org.pgassay.catalog;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rewrite rule that a user made; the one that makes a view of a view is not among them.
 *
 * @param definition what follows AS in {@code pg_get_ruledef}, with the table's name, qualified
 */
public record Rule(
        String name,
        String definition,
        Trigger.Enabled enabled,
        @Nullable String comment) implements Described {

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .add("definition", definition)
                .add("enabled", enabled == Trigger.Enabled.ORIGIN ? null : enabled.name())
                .all();
    }
}
