package org.pgassay.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a kind that has no record of its own.
 *
 * @param kind COLLATION, STATISTICS, EVENT_TRIGGER, PUBLICATION, FOREIGN_SERVER or OTHER
 * @param schema the schema it lives in; null for what belongs to the database
 * @param name its name, unquoted; for OTHER its type and identity as {@code pg_identify_object} gives them, such as
 *     {@code operator public.===(text,text)}
 * @param definition what follows the name when one creates it, in one canonical form
 * @param enabled for an event trigger, when it fires; null for the others
 * @param owner the role that owns it; null for kinds without owner
 * @param grants as {@link Table#grants}
 */
public record DatabaseObject(
        ObjectKind kind,
        @Nullable String schema,
        String name,
        String definition,
        Trigger.@Nullable Enabled enabled,
        @Nullable String owner,
        List<Grant> grants,
        @Nullable String comment)
        implements Described {

    /** Copies the list. */
    public DatabaseObject {
        grants = List.copyOf(grants);
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .add("definition", definition)
                .add("enabled", enabled == null || enabled == Trigger.Enabled.ORIGIN ? null : enabled.name())
                .all();
    }
}
