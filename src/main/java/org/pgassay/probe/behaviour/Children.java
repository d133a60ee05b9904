package org.pgassay.probe.behaviour;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.postgres.rows.TableRows;
import org.pgassay.postgres.rows.TableRows.Made;
import org.pgassay.rows.InsertOrder;
import org.pgassay.rows.Literals;
import org.pgassay.rows.Row;

/** Makes rows that refer to a certain row, and counts them. */
final class Children {

    private final Laboratory laboratory;

    Children(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    /** A row that refers to a parent by one foreign key, and by others of the table to other rows where it can. */
    Made of(Table table, Constraint key, Row parent) throws SQLException {
        TableRows rows = laboratory.rows(table);
        Map<String, String> forced = new LinkedHashMap<>(near(key, parent));
        for (Constraint other : InsertOrder.foreignKeys(table)) {
            boolean same = InsertOrder.target(other).equals(parent.table());
            if (same && !other.equals(key) && other.columns().stream().noneMatch(forced::containsKey)) {
                forced.putAll(elsewhere(other, parent));
            }
        }
        return rows.make(forced);
    }

    /** The key's columns with the parent's values. */
    static Map<String, String> near(Constraint key, Row parent) {
        ForeignKey far = Objects.requireNonNull(key.foreignKey());
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            @Nullable String value = parent.values().get(far.columns().get(i));
            if (value != null) {
                values.put(key.columns().get(i), value);
            }
        }
        return values;
    }

    private Map<String, String> elsewhere(Constraint key, Row parent) throws SQLException {
        ForeignKey far = Objects.requireNonNull(key.foreignKey());
        String columns = far.columns().stream()
                .map(column -> "CAST(" + Identifiers.quote(column) + " AS pg_catalog.text)")
                .collect(Collectors.joining(", "));
        List<List<@Nullable String>> rows = laboratory
                .workshop()
                .query("SELECT " + columns + " FROM " + far.table().sql() + " WHERE NOT (" + is(far.columns(), parent)
                        + ") ORDER BY " + columns + " LIMIT 1");
        Map<String, String> values = new LinkedHashMap<>();
        if (!rows.isEmpty()) {
            for (int i = 0; i < key.columns().size(); i++) {
                @Nullable String value = rows.get(0).get(i);
                if (value != null) {
                    values.put(key.columns().get(i), value);
                }
            }
        }
        return values;
    }

    /** That columns hold what a row holds in them. */
    static String is(List<String> columns, Row row) {
        return columns.stream()
                .map(column -> Identifiers.quote(column) + " = "
                        + Literals.quote(row.values().get(column)))
                .collect(Collectors.joining(" AND "));
    }

    /** That a row refers to a parent by a foreign key. */
    static String refers(Constraint key, Row parent) {
        ForeignKey far = Objects.requireNonNull(key.foreignKey());
        return IntStream.range(0, key.columns().size())
                .mapToObj(i -> Identifiers.quote(key.columns().get(i)) + " = "
                        + Literals.quote(parent.values().get(far.columns().get(i))))
                .collect(Collectors.joining(" AND "));
    }

    /** That none of some columns is null, or that all are. */
    static String nulls(List<String> columns, boolean isNull) {
        return columns.stream()
                .map(column -> Identifiers.quote(column) + (isNull ? " IS NULL" : " IS NOT NULL"))
                .collect(Collectors.joining(" AND "));
    }

    /** How many rows of a table meet a condition. */
    long count(Table table, String condition) throws SQLException {
        List<List<@Nullable String>> rows = laboratory
                .workshop()
                .query("SELECT pg_catalog.count(*) FROM " + table.name().sql() + " WHERE " + condition);
        return Long.parseLong(Objects.requireNonNull(rows.get(0).get(0)));
    }
}
