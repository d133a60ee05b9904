package org.pgassay.rows;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;

/**
 * Something that must not be false of a row.
 *
 * @param constraint the constraint that it comes from
 * @param sql an expression over the bare names of columns
 * @param columns those that it names and that a row gives values to
 */
public record Condition(String constraint, String sql, Set<String> columns) {

    /** Copies the set, keeping its order. */
    public Condition {
        columns = Collections.unmodifiableSet(new LinkedHashSet<>(columns));
    }

    /** The condition that this one is false. */
    public Condition violated() {
        return new Condition(constraint, "((" + sql + ")) IS FALSE", columns);
    }

    /** The conditions that an expression over a table's columns is made of. */
    public static List<Condition> of(String constraint, String expression, Table table) {
        return Expressions.conjuncts(expression).stream()
                .map(each -> whole(constraint, each, table))
                .toList();
    }

    /** One condition of an expression over a table's columns. */
    public static Condition whole(String constraint, String expression, Table table) {
        List<Column> generated = Expressions.generated(expression, table);
        String sql = expression;
        if (!generated.isEmpty()) {
            String computed = generated.stream()
                    .map(column -> "(" + column.defaultExpression() + ") AS " + Identifiers.quote(column.name()))
                    .collect(Collectors.joining(", "));
            sql = "(SELECT (" + expression + ") FROM (SELECT " + computed + ") pgassay_generated)";
        }
        return new Condition(constraint, sql, Expressions.columns(expression, table));
    }
}
