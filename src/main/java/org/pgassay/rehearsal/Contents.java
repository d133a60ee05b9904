package org.pgassay.rehearsal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;

/**
 * The rows of a database's tables as text; of partitioned tables the root's, foreign tables left out. A long value is held
 * as its digest.
 */
record Contents(Map<QualifiedName, TableRows> tables) {

    private static final String LONG_VALUE = "case when pg_catalog.length(%1$s::pg_catalog.text) <= 64"
            + " then %1$s::pg_catalog.text else pg_catalog.md5(%1$s::pg_catalog.text) end";

    /** Copies the map. */
    Contents {
        tables = Map.copyOf(tables);
    }

    static Contents none() {
        return new Contents(Map.of());
    }

    /**
     * A table's rows.
     *
     * @param columns with their types, in the table's order
     * @param key the primary key's columns; none if it has no such key
     * @param rows the values in the order of the columns
     */
    record TableRows(Map<String, String> columns, List<String> key, List<List<@Nullable String>> rows) {

        int position(String column) {
            return List.copyOf(columns.keySet()).indexOf(column);
        }

        @Nullable
        String value(List<@Nullable String> row, String column) {
            return row.get(position(column));
        }

        /** The rows by the values of their key. */
        Map<List<@Nullable String>, List<@Nullable String>> byKey() {
            Map<List<@Nullable String>, List<@Nullable String>> byKey = new LinkedHashMap<>();
            for (List<@Nullable String> row : rows) {
                List<@Nullable String> values = new ArrayList<>();
                key.forEach(column -> values.add(value(row, column)));
                byKey.put(values, row);
            }
            return byKey;
        }

        List<@Nullable String> values(String column) {
            List<@Nullable String> values = new ArrayList<>();
            int at = position(column);
            rows.forEach(row -> values.add(row.get(at)));
            return values;
        }
    }

    /** Reads them all. */
    static Contents read(Connection connection, Catalog catalog) throws SQLException {
        Map<QualifiedName, TableRows> tables = new LinkedHashMap<>();
        for (Table table : tables(catalog)) {
            tables.put(table.name(), read(connection, table));
        }
        return new Contents(tables);
    }

    /** The tables that rows are put into and looked for. */
    static List<Table> tables(Catalog catalog) {
        return catalog.tables().stream()
                .filter(table -> table.kind() != Table.Kind.FOREIGN && table.partitionOf() == null)
                .toList();
    }

    private static TableRows read(Connection connection, Table table) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            columns.put(column.name(), column.type());
        }
        String selected = columns.keySet().stream()
                .map(column -> LONG_VALUE.formatted(Identifiers.quote(column)))
                .collect(Collectors.joining(", "));
        String from = (table.kind() == Table.Kind.PARTITIONED ? "" : "only ")
                + table.name().sql();
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select " + selected + " from " + from)) {
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
        }
        return new TableRows(columns, key(table), rows);
    }

    private static List<String> key(Table table) {
        return table.constraints().stream()
                .filter(constraint -> constraint.type() == Constraint.Type.PRIMARY_KEY)
                .findFirst()
                .map(Constraint::columns)
                .orElse(List.of());
    }

    int count() {
        return tables.values().stream().mapToInt(table -> table.rows().size()).sum();
    }

    int count(QualifiedName table) {
        TableRows rows = tables.get(table);
        return rows == null ? 0 : rows.rows().size();
    }
}
