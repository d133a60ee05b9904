package org.pgassay.check.rule.security;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No two permissive policies of a table are for the same command and the same role: each row passes if one of them lets it. */
public final class NoMultiplePermissivePolicies implements Rule {

    @Override
    public String id() {
        return "no-multiple-permissive-policies";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.tables().stream()
                .filter(table -> !table.policies().isEmpty())
                .map(table -> Judged.of(scope.table(table), breach(scope, table)))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table) {
        List<Policy> permissive =
                table.policies().stream().filter(Policy::permissive).toList();
        List<String> pairs = new ArrayList<>();
        for (Policy first : permissive) {
            for (Policy second : permissive.subList(permissive.indexOf(first) + 1, permissive.size())) {
                if (meet(first, second)) {
                    pairs.add(described(first) + " and " + described(second));
                }
            }
        }
        String name = scope.host(table.name());
        return pairs.isEmpty()
                ? null
                : new Breach(
                        name + " has permissive policies that apply together: a row passes if any of them lets it, and"
                                + " PostgreSQL tries them all.",
                        "Merge them into one policy, or make those that should narrow AS RESTRICTIVE.",
                        "at most one permissive policy for a command and a role",
                        String.join("\n", pairs));
    }

    private static boolean meet(Policy first, Policy second) {
        boolean command = first.command().equals(second.command())
                || first.command().equals("ALL")
                || second.command().equals("ALL");
        boolean roles = first.roles().contains(Grant.PUBLIC)
                || second.roles().contains(Grant.PUBLIC)
                || first.roles().stream().anyMatch(second.roles()::contains);
        return command && roles;
    }

    private static String described(Policy policy) {
        return Identifiers.quote(policy.name()) + " (for " + policy.command() + " to "
                + String.join(", ", policy.roles()) + ")";
    }
}
