package org.pgassay.check.rule.design;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No column of a primary key is an integer of less than eight bytes. */
public final class BigintPrimaryKey implements Rule {

    private static final Set<String> SMALL = Set.of("smallint", "integer");

    @Override
    public String id() {
        return "bigint-primary-key";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.roots().stream()
                .flatMap(table -> scope.constraints(table, Constraint.Type.PRIMARY_KEY).stream()
                        .map(key -> new Judged(
                                scope.constraint(table, key), scope.host(table.name()), breach(scope, table, key))))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table, Constraint key) {
        List<Column> small = key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .filter(column -> SMALL.contains(column.type()))
                .toList();
        if (small.isEmpty()) {
            return null;
        }
        String columns =
                small.stream().map(column -> Identifiers.quote(column.name())).collect(Collectors.joining(", "));
        return new Breach(
                "the primary key of " + scope.host(table.name()) + " has " + columns
                        + " of a type that runs out: at the last number every insert fails, and widening it rewrites the"
                        + " table.",
                "Make it bigint while the table is small, and the columns that refer to it, too.",
                "bigint, or no integer",
                small.stream()
                        .map(column -> Identifiers.quote(column.name()) + " " + column.type())
                        .collect(Collectors.joining(", ")));
    }
}
