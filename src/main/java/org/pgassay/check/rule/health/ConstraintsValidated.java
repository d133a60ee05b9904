package org.pgassay.check.rule.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every constraint was checked for the rows that there are, and is enforced. */
public final class ConstraintsValidated implements Rule {

    @Override
    public String id() {
        return "constraints-validated";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.tables().stream()
                .flatMap(table -> scope.constraints(table).stream()
                        .map(constraint -> new Judged(
                                scope.constraint(table, constraint),
                                scope.host(table.name()),
                                breach(scope, table, constraint))))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table, Constraint constraint) {
        if (constraint.validated() && constraint.enforced()) {
            return null;
        }
        String host = scope.host(table.name());
        String name = Identifiers.quote(constraint.name());
        return constraint.enforced()
                ? new Breach(
                        "the constraint " + name + " of " + host + " is NOT VALID: rows that were there before it may"
                                + " break it, and the planner cannot count on it.",
                        "Run ALTER TABLE " + host + " VALIDATE CONSTRAINT " + name + ".",
                        "validated",
                        constraint.definition())
                : new Breach(
                        "the constraint " + name + " of " + host
                                + " is not enforced: nothing keeps rows from breaking it.",
                        "Make the constraint " + name + " ENFORCED, or enable its triggers if they are disabled.",
                        "enforced and validated",
                        constraint.text());
    }
}
