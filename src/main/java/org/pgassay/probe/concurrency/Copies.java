package org.pgassay.probe.concurrency;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;
import org.pgassay.rows.Literals;
import org.pgassay.rows.Row;

/**
 * Many rows from a few, by one statement: copies that differ in what must be unique. A table that does not take them so has its
 * reasons, and gets its rows one by one instead.
 */
final class Copies {

    private final Table table;
    private final Set<String> kept;

    /**
     * Copies within a table.
     *
     * @param kept columns whose values all copies share
     */
    Copies(Table table, Set<String> kept) {
        this.table = table;
        this.kept = Set.copyOf(kept);
    }

    /** The keys of that many copies of some rows; nothing, and no trace, if the table does not take them. */
    Optional<List<List<@Nullable String>>> make(Connection connection, List<Row> rows, int count) throws SQLException {
        Savepoint before = connection.setSavepoint();
        List<List<@Nullable String>> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            List<String> key = List.copyOf(rows.get(0).key().keySet());
            try (ResultSet made = statement.executeQuery(sql(rows, key, count))) {
                while (made.next()) {
                    List<@Nullable String> values = new ArrayList<>();
                    for (int i = 1; i <= key.size(); i++) {
                        values.add(made.getString(i));
                    }
                    keys.add(values);
                }
            }
            statement.execute("set constraints all immediate");
        } catch (SQLException e) {
            if (connection.isClosed()) {
                throw e;
            }
            connection.rollback(before);
            return Optional.empty();
        }
        if (keys.size() != count) {
            connection.rollback(before);
            return Optional.empty();
        }
        return Optional.of(keys);
    }

    private String sql(List<Row> rows, List<String> key, int count) {
        Set<String> unique = unique();
        List<Column> columns = table.columns().stream()
                .filter(column -> column.generated() == Column.Generated.NONE)
                .filter(column -> column.identity() == Column.Identity.NONE)
                .filter(column -> !unique.contains(column.name()) || !madeByDefault(column))
                .toList();
        String names =
                columns.stream().map(column -> Identifiers.quote(column.name())).collect(Collectors.joining(", "));
        String values = columns.stream()
                .map(column -> unique.contains(column.name()) ? another(column) : original(column))
                .collect(Collectors.joining(", "));
        String these = rows.stream().map(Copies::where).collect(Collectors.joining(" or "));
        // A table may have no other columns than those that the server fills in.
        String into = columns.isEmpty() ? " " : " (" + names + ") ";
        return "insert into " + table.name().sql() + into + "select " + values + " from (select original.*, pg_catalog"
                + ".row_number() over () as pgassay_number from " + table.name().sql() + " original"
                + " cross join pg_catalog.generate_series(1, " + (count / rows.size() + 1) + ") where " + these
                + " limit " + count + ") original returning "
                + key.stream()
                        .map(column -> Identifiers.quote(column) + "::text")
                        .collect(Collectors.joining(", "));
    }

    /** The columns that must differ, and may: no part of a reference to other rows. */
    private Set<String> unique() {
        Set<String> unique = table.indexes().stream()
                .filter(Index::unique)
                .flatMap(index -> index.keys().stream())
                .map(Index.Key::column)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        unique.removeAll(kept);
        table.constraints().stream()
                .filter(constraint -> constraint.type() == Constraint.Type.FOREIGN_KEY)
                .forEach(constraint -> unique.removeAll(constraint.columns()));
        return unique;
    }

    /** Whether its default is another value each time. */
    private static boolean madeByDefault(Column column) {
        String expression = column.defaultExpression();
        return expression != null && expression.toLowerCase(Locale.ROOT).matches("(?s).*(nextval|uuid)[a-z0-9_]*\\(.*");
    }

    private static String original(Column column) {
        return "original." + Identifiers.quote(column.name());
    }

    private String another(Column column) {
        String own = original(column);
        String number = "original.pgassay_number";
        String type = column.type();
        if (type.equals("uuid")) {
            return "pg_catalog.gen_random_uuid()";
        } else if (Set.of("integer", "bigint", "smallint").contains(type) || type.startsWith("numeric")) {
            return "cast((select coalesce(pg_catalog.max(" + Identifiers.quote(column.name()) + "), 0) from "
                    + table.name().sql() + ") + " + number + " as " + type + ")";
        } else if (type.equals("text") || type.startsWith("character varying")) {
            return "cast(pg_catalog.md5(pg_catalog.concat(" + number + ", " + own + ")) as " + type + ")";
        }
        return own;
    }

    private static String where(Row row) {
        return row.key().entrySet().stream().map(Copies::equal).collect(Collectors.joining(" and ", "(", ")"));
    }

    private static String equal(Map.Entry<String, @Nullable String> column) {
        return "original." + Identifiers.quote(column.getKey()) + "::text = " + Literals.quote(column.getValue());
    }
}
