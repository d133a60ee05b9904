package org.pgassay.postgres.rows;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.rows.InsertOrder;
import org.pgassay.rows.Outcome;
import org.pgassay.rows.Row;

/** Says for people why a table has no further row. */
final class Obstacles {

    private Obstacles() {}

    /** An obstacle that was met. */
    static Outcome of(Table table, List<Row> rows, Refusal refusal, Set<String> columns, int attempts) {
        String message = table.name().sql() + " takes no " + (rows.isEmpty() ? "row" : "row beyond " + rows.size())
                + ": " + refusal.message()
                + (refusal.state().equals(Failures.PRIVILEGE) ? policies(table) : "") + ".";
        return new Outcome.Obstacle(
                table.name(),
                rows,
                refusal.subject(),
                refusal.state(),
                message,
                attempts,
                suggestion(table.name(), columns));
    }

    /** A circle of foreign keys none of which can wait. */
    static Outcome circle(Table table, Constraint key, int attempts) {
        return new Outcome.Obstacle(
                table.name(),
                List.of(),
                key.name(),
                Failures.FOREIGN_KEY,
                table.name().sql() + " takes no row: " + Identifiers.quote(key.name()) + " needs a row of "
                        + InsertOrder.target(key).sql() + " first, and that needs one of "
                        + table.name().sql()
                        + ", directly or by others; none of the columns can be null, and no key is deferrable.",
                attempts,
                "");
    }

    private static String policies(Table table) {
        return table.rowSecurity() && !table.policies().isEmpty()
                ? " (its policies: "
                        + table.policies().stream().map(Policy::name).collect(Collectors.joining(", ")) + ")"
                : "";
    }

    private static String suggestion(QualifiedName table, Set<String> columns) {
        return columns.isEmpty()
                ? ""
                : "behaviour: {sampleRows: {"
                        + yaml(table.schema().equals("public") ? table.name() : table.schema() + "." + table.name())
                        + ": {"
                        + columns.stream().map(column -> yaml(column) + ": …").collect(Collectors.joining(", "))
                        + "}}}";
    }

    private static String yaml(String key) {
        return key.matches("[a-z_][a-z0-9_.]*") ? key : "'" + key.replace("'", "''") + "'";
    }
}
