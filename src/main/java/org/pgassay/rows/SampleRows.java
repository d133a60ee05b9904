package org.pgassay.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;

/**
 * Values that a spec fixes for the columns of rows that are made up.
 *
 * @param tables by table and column
 */
public record SampleRows(Map<QualifiedName, Map<String, Sample>> tables) {

    /**
     * What a column is to hold.
     *
     * @param values one value, or several for the rows in turn
     * @param list whether a list was written: for an array column that is one value, for any other one value a row
     * @param first the position of the value that the first row takes
     */
    public record Sample(Location location, List<@Nullable String> values, boolean list, int first) {

        /** A value or values of which rows take the first one first. */
        public Sample(Location location, List<@Nullable String> values, boolean list) {
            this(location, values, list, 0);
        }

        /** Copies the list, which may hold nulls. */
        public Sample {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }

        /** The same beginning at a later value; a list for an array column is one value, and stays what it is. */
        private Sample from(int first) {
            return new Sample(location, values, list, this.first + first);
        }

        /** The value for a row, counted from 0. */
        public @Nullable String value(SqlType type, int row) {
            if (list && type.array()) {
                return Literals.array(values);
            }
            return values.get((row + first) % values.size());
        }
    }

    /** Copies the maps, keeping their order. */
    public SampleRows {
        Map<QualifiedName, Map<String, Sample>> copy = new LinkedHashMap<>();
        tables.forEach((name, columns) -> copy.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(columns))));
        tables = Collections.unmodifiableMap(copy);
    }

    /** No fixed values. */
    public static SampleRows none() {
        return new SampleRows(Map.of());
    }

    /** The fixed value of a column, if there is one. */
    public Optional<Sample> of(QualifiedName table, String column) {
        return Optional.ofNullable(tables.getOrDefault(table, Map.of()).get(column));
    }

    /** The same without the values of some columns, and with the others beginning at a later one where there are several. */
    public SampleRows from(int first, Map<QualifiedName, List<String>> without) {
        Map<QualifiedName, Map<String, Sample>> others = new LinkedHashMap<>();
        tables.forEach((table, columns) -> {
            Map<String, Sample> kept = new LinkedHashMap<>();
            columns.forEach((column, sample) -> {
                if (!without.getOrDefault(table, List.of()).contains(column)) {
                    kept.put(column, sample.from(first));
                }
            });
            others.put(table, kept);
        });
        return new SampleRows(others);
    }

    /** What the values say of tables and columns that a catalog does not have, or that nobody can give a value. */
    public List<Problem> problems(Catalog catalog) {
        List<Problem> problems = new ArrayList<>();
        tables.forEach((name, columns) -> columns.forEach((column, sample) -> problem(catalog, name, column)
                .ifPresent(message -> problems.add(new Problem(sample.location(), message)))));
        return problems;
    }

    private static Optional<String> problem(Catalog catalog, QualifiedName name, String column) {
        Optional<Table> table = catalog.table(name);
        if (table.isEmpty()) {
            return Optional.of("sampleRows: there is no table " + name.sql() + "; correct the name, or leave it out");
        }
        Optional<Column> found = table.get().column(column);
        if (found.isEmpty()) {
            return Optional.of("sampleRows: the table " + name.sql() + " has no column '" + column
                    + "'; correct the name, or leave it out");
        } else if (found.get().generated() != Column.Generated.NONE) {
            return Optional.of("sampleRows: " + name.sql() + "." + column
                    + " is a generated column, which takes no value; leave it out");
        }
        return Optional.empty();
    }
}
