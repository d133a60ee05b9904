package org.pgassay.check.rule.security;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Scope;

/** Goes through all policies of all tables. */
final class Policies {

    /** What a rule says of one policy. */
    @FunctionalInterface
    interface Verdict {
        /** How the policy breaks the rule; null if it does not. */
        @Nullable
        Breach on(Table table, Policy policy);
    }

    private Policies() {}

    /** A verdict for every policy; what selects it is its table, too. */
    static List<Judged> judge(Scope scope, Verdict verdict) {
        return scope.tables().stream()
                .flatMap(table -> table.policies().stream()
                        .map(policy -> new Judged(
                                scope.policy(table, policy), scope.host(table.name()), verdict.on(table, policy))))
                .toList();
    }

    /** The conditions of a policy: USING, then WITH CHECK. */
    static List<String> conditions(Policy policy) {
        return Stream.of(Optional.ofNullable(policy.using()), Optional.ofNullable(policy.withCheck()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A policy as a message names it. */
    static String name(Scope scope, Table table, Policy policy) {
        return "the policy " + Identifiers.quote(policy.name()) + " of " + scope.host(table.name());
    }
}
