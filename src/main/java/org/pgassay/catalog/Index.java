package org.pgassay.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param name its name; it lives in its table's schema
 * @param method the access method, such as {@code btree}
 * @param constraint the constraint that it stands behind, if any
 * @param valid false after a failed or unfinished CREATE INDEX CONCURRENTLY
 * @param keys the key columns in their order
 * @param included the INCLUDE columns in their order
 * @param predicate the WHERE expression of a partial index
 * @param definition what follows the table's name in {@code pg_get_indexdef}, from the method's name on
 * @param statistics the statistics targets of its columns that are not the default, such as {@code 1=500}
 */
public record Index(
        String name,
        String method,
        boolean unique,
        boolean nullsNotDistinct,
        @Nullable String constraint,
        boolean valid,
        List<Key> keys,
        List<String> included,
        @Nullable String predicate,
        String definition,
        List<String> statistics,
        @Nullable String comment)
        implements Described {

    /** One key of an index: {@code column} is null for an expression; {@code sql} is either, as PostgreSQL prints it. */
    public record Key(@Nullable String column, String sql, boolean descending, boolean nullsFirst) {}

    /** Copies the lists. */
    public Index {
        keys = List.copyOf(keys);
        included = List.copyOf(included);
        statistics = List.copyOf(statistics);
    }

    /** Whether it is an index of its own and not the means of a constraint. */
    public boolean secondary() {
        return constraint == null;
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .add("unique", unique)
                .add("definition", definition)
                .add("statistics", String.join(", ", statistics))
                .all();
    }

    /** The same index with its definition in another spelling. */
    public Index withDefinition(String other) {
        return new Index(
                name,
                method,
                unique,
                nullsNotDistinct,
                constraint,
                valid,
                keys,
                included,
                predicate,
                other,
                statistics,
                comment);
    }
}
