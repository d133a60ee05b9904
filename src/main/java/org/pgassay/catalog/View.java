package org.pgassay.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view or materialized view.
 *
 * @param options its storage options such as {@code security_invoker=true}, sorted
 * @param definition the query as {@code pg_get_viewdef} prints it, qualified
 * @param indexes those of a materialized view
 * @param triggers the INSTEAD OF triggers and statement triggers of a view
 */
public record View(
        QualifiedName name,
        boolean materialized,
        String owner,
        List<String> options,
        List<Column> columns,
        List<Index> indexes,
        List<Trigger> triggers,
        String definition,
        @Nullable String comment) {

    /** Copies the lists. */
    public View {
        options = List.copyOf(options);
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
    }
}
