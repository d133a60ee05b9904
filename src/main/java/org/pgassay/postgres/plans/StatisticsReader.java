package org.pgassay.postgres.plans;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.plan.ColumnStatistics;
import org.pgassay.plan.RelationStatistics;

/** Reads what the planner knows of the relations of a database. */
public final class StatisticsReader {

    private static final String RELATIONS = """
            select n.nspname, c.relname, greatest(c.reltuples, 0), greatest(c.relpages, 0),
                   greatest(least(c.relallvisible, c.relpages), 0),
                   m.amname = 'btree',
                   (select sum(case when a.attlen > 0 then a.attlen else coalesce(s.stawidth, 16) end)
                    from pg_catalog.pg_attribute a
                    left join pg_catalog.pg_index i on i.indexrelid = c.oid
                    left join pg_catalog.pg_statistic s on not s.stainherit
                         and (s.starelid = i.indrelid and s.staattnum = i.indkey[a.attnum - 1]
                              or s.starelid = c.oid and s.staattnum = a.attnum)
                    where a.attrelid = c.oid and a.attnum > 0 and a.attnum <= i.indnkeyatts) as width
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_am m on m.oid = c.relam
            where c.relkind in ('r', 'm', 'p', 'i', 'I') and n.nspname = any (?)
            order by 1, 2
            """;

    private static final String COLUMNS = """
            select schemaname, tablename, attname, inherited, null_frac, avg_width, n_distinct, most_common_vals::text,
                   most_common_freqs, histogram_bounds::text, correlation, most_common_elems::text,
                   most_common_elem_freqs, elem_count_histogram
            from pg_catalog.pg_stats
            where schemaname = any (?)
            order by 1, 2, 3, 4
            """;

    private StatisticsReader() {}

    /** The statistics of all tables, materialized views and indexes of schemas. */
    public static List<RelationStatistics> read(Connection connection, List<String> schemas) throws SQLException {
        Map<QualifiedName, List<ColumnStatistics>> columns = columns(connection, schemas);
        List<RelationStatistics> relations = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(RELATIONS)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    QualifiedName name = new QualifiedName(row.getString(1), row.getString(2));
                    long pages = row.getLong(4);
                    relations.add(new RelationStatistics(
                            name,
                            row.getDouble(3),
                            pages,
                            row.getLong(5),
                            row.getBoolean(6) ? TreeHeight.of(pages, row.getDouble(7)) : null,
                            columns.getOrDefault(name, List.of())));
                }
            }
        }
        return relations;
    }

    private static Map<QualifiedName, List<ColumnStatistics>> columns(Connection connection, List<String> schemas)
            throws SQLException {
        Map<QualifiedName, List<ColumnStatistics>> columns = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.computeIfAbsent(
                                    new QualifiedName(row.getString(1), row.getString(2)), name -> new ArrayList<>())
                            .add(column(row));
                }
            }
        }
        return columns;
    }

    private static ColumnStatistics column(ResultSet row) throws SQLException {
        Double correlation = row.getObject(11) == null ? null : row.getDouble(11);
        String elements = row.getString(12);
        return new ColumnStatistics(
                row.getString(3),
                row.getBoolean(4),
                row.getDouble(5),
                row.getInt(6),
                row.getDouble(7),
                row.getString(8),
                numbers(row.getArray(9)),
                row.getString(10),
                correlation,
                elements == null
                        ? null
                        : new ColumnStatistics.Elements(
                                elements, numbers(row.getArray(13)), numbers(row.getArray(14))));
    }

    private static List<Double> numbers(java.sql.@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((Float[]) array.getArray())
                        .map(Float::doubleValue)
                        .toList();
    }
}
