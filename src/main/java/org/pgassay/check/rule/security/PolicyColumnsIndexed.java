package org.pgassay.check.rule.security;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** The columns by which a policy selects rows lead an index: otherwise every query scans the table. */
public final class PolicyColumnsIndexed implements Rule {

    @Override
    public String id() {
        return "policy-columns-indexed";
    }

    /** Policies for INSERT select no rows. */
    @Override
    public List<Judged> judge(Scope scope) {
        return scope.tables().stream()
                .flatMap(table -> table.policies().stream()
                        .filter(policy -> policy.using() != null)
                        .map(policy -> new Judged(
                                scope.policy(table, policy),
                                scope.host(table.name()),
                                breach(scope, table, policy, Objects.requireNonNull(policy.using())))))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table, Policy policy, String using) {
        List<List<String>> unserved = Expression.of(using).alternatives().stream()
                .map(alternative -> compared(table, alternative))
                .filter(columns -> !columns.isEmpty())
                .filter(columns -> columns.stream().noneMatch(column -> leads(table, column)))
                .distinct()
                .toList();
        if (unserved.isEmpty()) {
            return null;
        }
        String name = scope.host(table.name());
        String columns = unserved.stream()
                .map(each -> each.stream().map(Identifiers::quote).collect(Collectors.joining(" or ")))
                .collect(Collectors.joining(", "));
        return new Breach(
                Policies.name(scope, table, policy) + " selects rows by " + columns + ", and no index of " + name
                        + " begins with it: every query that the policy binds scans " + name + ".",
                "Create an index on " + name + " ("
                        + Identifiers.quote(unserved.get(0).get(0)) + ").",
                "a valid index without condition whose first column is " + columns,
                "none");
    }

    /** The columns that an alternative compares by {@code =} or {@code = ANY}; several if it compares several. */
    private static List<String> compared(Table table, Expression alternative) {
        return alternative.conjuncts().stream()
                .map(Expression::comparison)
                .filter(Objects::nonNull)
                .flatMap(comparison -> Stream.of(comparison.left(), comparison.right()))
                .flatMap(side -> side.name().stream())
                .filter(name -> table.column(name).isPresent())
                .distinct()
                .toList();
    }

    private static boolean leads(Table table, String column) {
        return table.indexes().stream()
                .anyMatch(index -> index.valid()
                        && index.predicate() == null
                        && !index.keys().isEmpty()
                        && column.equals(index.keys().get(0).column()));
    }
}
