package org.pgassay.postgres.plans;

import org.pgassay.catalog.QualifiedName;
import org.pgassay.plan.ColumnShape;
import org.pgassay.plan.StatisticsException;

/** Refuses what cannot be true of a column whatever its type. */
final class ShapeRules {

    /** Frequencies are written with few digits: thirds do not add up to 1. */
    private static final double ROUNDING = 1e-3;

    private final QualifiedName table;
    private final String column;

    private ShapeRules(QualifiedName table, String column) {
        this.table = table;
        this.column = column;
    }

    /**
     * Looks at a column.
     *
     * @param elements whether {@code common} is about elements, of which a row has several
     * @throws StatisticsException if it cannot be
     */
    static void check(
            QualifiedName table, String column, ColumnShape shape, double rows, boolean notNull, boolean elements) {
        ShapeRules rules = new ShapeRules(table, column);
        rules.fractions(shape, notNull, elements);
        rules.distinct(shape, rows, elements);
        if (shape.width() != null) {
            rules.require(shape.width() > 0, "width", "a width of " + shape.width() + " bytes", "State 1 at least.");
        }
        rules.require(
                shape.bounds().size() != 1,
                "bounds",
                "one bound only",
                "State the least and the greatest value at least.");
    }

    private void fractions(ColumnShape shape, boolean notNull, boolean elements) {
        double nulls = shape.nulls() == null ? 0 : shape.nulls();
        require(
                nulls >= 0 && nulls <= 1,
                "nulls",
                "nulls in " + plain(nulls) + " of the rows",
                "State a part from 0 to 1.");
        require(
                nulls == 0 || !notNull,
                "nulls",
                "nulls in " + plain(nulls) + " of the rows, but is NOT NULL",
                "Leave out nulls.");
        double sum = 0;
        for (var each : shape.common().entrySet()) {
            double part = each.getValue();
            if (!(part >= 0 && part <= 1)) {
                throw fault(
                        each.getKey(),
                        "the value '" + each.getKey() + "' in " + plain(part) + " of the rows",
                        "State a part from 0 to 1.");
            }
            sum += part;
        }
        if (!elements) {
            require(
                    sum + nulls <= 1 + ROUNDING,
                    "common",
                    "common values and nulls in " + plain(sum + nulls) + " of the rows together",
                    "State parts that add up to 1 at most.");
        }
        Double correlation = shape.correlation();
        if (correlation != null) {
            require(
                    correlation >= -1 && correlation <= 1,
                    "correlation",
                    "a correlation of " + plain(correlation),
                    "State one from -1 to 1.");
        }
    }

    private void distinct(ColumnShape shape, double rows, boolean elements) {
        Double distinct = shape.distinct();
        if (distinct == null) {
            return;
        }
        require(
                distinct >= -1 && distinct != 0,
                "distinct",
                plain(distinct) + " distinct values",
                "State a number above 0, or from -1 to 0 a part of the rows.");
        require(
                distinct <= rows,
                "distinct",
                plain(distinct) + " distinct values in " + plain(rows) + " rows",
                "State unique if each row has its own.");
        require(
                elements || distinct < 0 || distinct >= shape.common().size(),
                "distinct",
                plain(distinct) + " distinct values, of which " + shape.common().size() + " are common",
                "Count all values.");
    }

    private void require(boolean holds, String value, String has, String help) {
        if (!holds) {
            throw fault(value, has, help);
        }
    }

    private StatisticsException fault(String value, String has, String help) {
        return new StatisticsException(
                table, column, value, table.sql() + "." + column + " cannot have " + has + ". " + help);
    }

    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
