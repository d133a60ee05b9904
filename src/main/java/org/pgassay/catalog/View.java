package org.pgassay.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A view or materialized view.
 *
 * @param options its storage options such as {@code security_invoker=true}, sorted
 * @param definition the query as {@code pg_get_viewdef} prints it, qualified
 * @param indexes those of a materialized view
 * @param triggers the INSTEAD OF triggers and statement triggers of a view
 * @param rules the rules beside the one that makes it a view; sorted by name
 * @param settings of a materialized view: how it is kept; its storage parameters are among the options
 * @param grants as {@link Table#grants}
 */
public record View(
        QualifiedName name,
        boolean materialized,
        String owner,
        List<String> options,
        List<Column> columns,
        List<Index> indexes,
        List<Trigger> triggers,
        List<Rule> rules,
        TableSettings settings,
        List<Grant> grants,
        String definition,
        @Nullable String comment)
        implements Described {

    /** Copies the lists. */
    public View {
        options = List.copyOf(options);
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
        rules = List.copyOf(rules);
        grants = List.copyOf(grants);
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .add("columns", columns.stream().map(View::text).toList())
                .add("options", options)
                .add("access method", settings.accessMethod())
                .add("tablespace", settings.tablespace())
                .add("query", definition)
                .all();
    }

    /** A column as it is read and, where ALTER VIEW gave it a default, written. */
    private static String text(Column column) {
        String declared = Identifiers.quote(column.name()) + " " + column.type();
        return column.defaultExpression() == null ? declared : declared + " DEFAULT " + column.defaultExpression();
    }
}
