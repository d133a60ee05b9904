package org.pgassay.postgres.plans;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.plan.StatisticsException;

/** Asks the server about values of a column's type, which it alone can read. */
final class ServerValues {

    /** ANALYZE parts a column into as many groups. */
    static final int GROUPS = 100;

    /** {@code feature_not_supported} is with them: a type without order. */
    private static final List<String> NO_OPERATOR = List.of("42883", "0A000");

    private final Connection connection;
    private final QualifiedName table;
    private final String column;
    private final String type;

    /**
     * Of a column.
     *
     * @param column as the spec has it
     * @param type of the values, as it can be cast to
     */
    ServerValues(Connection connection, QualifiedName table, String column, String type) {
        this.connection = connection;
        this.table = table;
        this.column = column;
        this.type = type;
    }

    /** The values as an array constant. */
    static String array(Collection<String> values) {
        return values.stream()
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * The width of values as they are stored, on average.
     *
     * @throws StatisticsException if one is not of the type
     */
    double width(Collection<String> values) throws SQLException {
        String sql = "select avg(pg_catalog.pg_column_size(v)) from pg_catalog.unnest(cast(? as " + type + "[])) v";
        try {
            return number(sql, List.of(array(values)));
        } catch (SQLException e) {
            throw unreadable(values, e);
        }
    }

    private RuntimeException unreadable(Collection<String> values, SQLException all) throws SQLException {
        for (String value : values) {
            try {
                number("select 1 from pg_catalog.unnest(cast(? as " + type + "[]))", List.of(array(List.of(value))));
            } catch (SQLException e) {
                if (!refused(e)) {
                    throw e;
                }
                return fault(
                        value, "cannot hold '" + value + "': " + plain(e) + ". State a value of type " + type + ".");
            }
        }
        throw all;
    }

    /**
     * Refuses bounds that do not rise.
     *
     * @throws StatisticsException if they do not, or the type has no order
     */
    void checkOrder(List<String> bounds) throws SQLException {
        String sql = "select min(n) from (select n, v, lag(v) over (order by n) as before"
                + " from pg_catalog.unnest(cast(? as " + type + "[])) with ordinality u (v, n)) pairs where v < before";
        try {
            double wrong = number(sql, List.of(array(bounds)));
            if (wrong > 0) {
                String value = bounds.get((int) wrong - 1);
                throw fault(
                        value,
                        "has the bound '" + value + "' behind '" + bounds.get((int) wrong - 2)
                                + "', which is greater. State the least first.");
            }
        } catch (SQLException e) {
            if (!NO_OPERATOR.contains(e.getSQLState())) {
                throw e;
            }
            throw fault(
                    bounds.get(0),
                    "has bounds, but values of type " + type + " have no order. Leave out range and bounds.");
        }
    }

    /**
     * Where values lie on a line, to tell how far they are apart; empty if the type has none.
     *
     * @param category {@code typcategory}
     */
    List<Double> positions(char category, List<String> values) throws SQLException {
        @Nullable
        String position = switch (category) {
            case 'N' -> "v::numeric::float8";
            case 'D' -> type.startsWith("time ") ? "extract(epoch from v)" : "extract(epoch from v::timestamptz)";
            case 'T' -> "extract(epoch from v)";
            default -> null;
        };
        List<Double> positions = new ArrayList<>();
        if (position == null) {
            return positions;
        }
        String sql = "select (" + position + ")::float8 from pg_catalog.unnest(cast(? as " + type
                + "[])) with ordinality u (v, n) order by n";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, array(values));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    positions.add(row.getDouble(1));
                }
            }
        }
        return positions;
    }

    /**
     * Values between two, spread evenly, with these; null if the type does not allow that.
     *
     * @param steps between the first and the last
     */
    @Nullable
    String spread(StoredColumn column, String least, String greatest, int steps) throws SQLException {
        @Nullable String between = between(column);
        if (column.is("uuid")) {
            return array(UuidRange.spread(least, greatest, steps));
        }
        if (between == null) {
            return null;
        }
        String sql = "select array(select (" + between + ")::" + type + " from (select ?::" + type + " as lo, ?::"
                + type + " as hi, ?::int as n) b, pg_catalog.generate_series(0, n) i order by i)::text";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, least);
            statement.setString(2, greatest);
            statement.setInt(3, steps);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static @Nullable String between(StoredColumn column) {
        return switch (column.category()) {
            case 'N' -> "lo::numeric + (hi::numeric - lo::numeric) * i / n";
            case 'D' ->
                column.is("date") ? "lo + ((hi - lo)::bigint * i / n)::int" : "lo + (hi - lo) * (i::float8 / n)";
            case 'T' -> "lo + (hi - lo) * (i::float8 / n)";
            default -> null;
        };
    }

    private double number(String sql, List<String> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getDouble(1) : 0;
            }
        }
    }

    /** Whether it was the value that the server did not like: data exceptions, broken constraints of domains. */
    private static boolean refused(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private static String plain(SQLException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return message.lines().findFirst().orElse("").replaceFirst("^ERROR: ", "");
    }

    private StatisticsException fault(String value, String what) {
        return new StatisticsException(table, column, value, table.sql() + "." + column + " " + what);
    }
}
