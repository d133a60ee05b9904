package org.pgassay.check.rule.security;

import java.util.List;
import java.util.Set;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** A policy for a command that writes rows says which rows may be written. */
public final class PoliciesWithCheck implements Rule {

    private static final Set<String> WRITING = Set.of("ALL", "INSERT", "UPDATE");

    @Override
    public String id() {
        return "policies-with-check";
    }

    /** USING of a policy for ALL or UPDATE serves as its WITH CHECK where it has none: PostgreSQL says so. */
    @Override
    public List<Judged> judge(Scope scope) {
        return scope.tables().stream()
                .flatMap(table -> table.policies().stream()
                        .filter(policy -> WRITING.contains(policy.command()))
                        .map(policy -> new Judged(
                                scope.policy(table, policy),
                                scope.host(table.name()),
                                policy.withCheck() != null || policy.using() != null
                                        ? null
                                        : breach(scope, table, policy))))
                .toList();
    }

    private static Breach breach(Scope scope, Table table, Policy policy) {
        return new Breach(
                Policies.name(scope, table, policy) + " for " + policy.command()
                        + " has no condition: every row may be written.",
                "Give the policy a WITH CHECK condition.",
                "WITH CHECK, or USING that serves for it",
                "neither");
    }
}
