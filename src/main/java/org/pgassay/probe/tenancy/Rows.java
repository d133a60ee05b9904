package org.pgassay.probe.tenancy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Table;

/** Writes rows as SQL. */
final class Rows {

    private Rows() {}

    /** The statement that puts a row in as it is, numbers of sequences too. */
    static String insert(Table table, Map<String, @Nullable String> values) {
        boolean identity = table.columns().stream()
                .anyMatch(column ->
                        column.identity() != Column.Identity.NONE && values.containsKey(column.name()));
        return "insert into " + table.name().sql()
                + (values.isEmpty()
                        ? " default values"
                        : " (" + World.names(List.copyOf(values.keySet())) + ")"
                                + (identity ? " overriding system value" : "") + " values ("
                                + values.values().stream()
                                        .map(World::literal)
                                        .collect(Collectors.joining(", "))
                                + ")");
    }
}
