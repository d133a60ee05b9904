package org.pgassay.rows;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;

/**
 * A row that a table has taken.
 *
 * @param table where it was put; with partitions the partitioned table
 * @param key the values of the primary key's columns, by name, in the key's order; empty where there is no primary key
 * @param values all columns as text, in the table's order, as the server kept them
 */
public record Row(QualifiedName table, Map<String, @Nullable String> key, Map<String, @Nullable String> values) {

    /** Copies the maps, keeping their order. */
    public Row {
        key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A row whose key is the values of some of its columns. */
    public static Row of(QualifiedName table, List<String> keyColumns, Map<String, @Nullable String> values) {
        Map<String, @Nullable String> key = new LinkedHashMap<>();
        keyColumns.forEach(column -> key.put(column, values.get(column)));
        return new Row(table, key, values);
    }
}
