package org.pgassay.probe.seeds;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;

/**
 * What tables hold, in digests that do not depend on the order of rows; of partitioned tables the root, foreign tables left
 * out.
 */
record Contents(Map<QualifiedName, TableContents> tables) {

    /** Copies the map, keeping its order. */
    Contents {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /**
     * What a table holds.
     *
     * @param digest of whole rows
     * @param columns a digest of the values of each column by itself
     */
    record TableContents(long rows, String digest, Map<String, String> columns) {

        /** Copies the map, keeping its order. */
        TableContents {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }

        /** The columns that hold something else than in another state of the same table. */
        List<String> others(TableContents other) {
            return columns.entrySet().stream()
                    .filter(column -> !column.getValue().equals(other.columns.get(column.getKey())))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** Reads all tables, in a session that {@link Reading} has prepared. */
    static Contents read(Connection connection, Catalog catalog) throws SQLException {
        Map<QualifiedName, TableContents> tables = new LinkedHashMap<>();
        for (Table table : catalog.tables()) {
            if (table.kind() != Table.Kind.FOREIGN && table.partitionOf() == null) {
                tables.put(table.name(), read(connection, table));
            }
        }
        connection.rollback();
        return new Contents(tables);
    }

    private static TableContents read(Connection connection, Table table) throws SQLException {
        List<String> names = table.columns().stream().map(Column::name).toList();
        // The sum of a hash of each value: what it takes is one pass over the table, and no sorting.
        String columns = names.stream()
                .map(Identifiers::quote)
                .map(name -> ", coalesce(sum(pg_catalog.hashtextextended(" + name
                        + "::pg_catalog.text collate \"C\", 0)::numeric), 0)::text || '/' || count(" + name + "::text)")
                .collect(Collectors.joining());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*), " + digest(names) + columns + " from " + from(table))) {
            row.next();
            Map<String, String> digests = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                digests.put(names.get(i), Objects.requireNonNull(row.getString(i + 3)));
            }
            return new TableContents(row.getLong(1), Objects.requireNonNull(row.getString(2)), digests);
        }
    }

    /** The digest of some columns of a table's rows. */
    static String digest(Connection connection, Table table, List<String> columns) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + digest(columns) + " from " + from(table))) {
            row.next();
            return Objects.requireNonNull(row.getString(1));
        } finally {
            connection.rollback();
        }
    }

    /** Each row's digest, sorted, digested again. */
    private static String digest(List<String> columns) {
        String values = columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        String row = "pg_catalog.md5(row(" + values + ")::pg_catalog.text) collate \"C\"";
        return "pg_catalog.md5(coalesce(pg_catalog.string_agg(" + row + ", '' order by " + row + "), ''))";
    }

    private static String from(Table table) {
        return (table.kind() == Table.Kind.PARTITIONED ? "" : "only ")
                + table.name().sql();
    }
}
