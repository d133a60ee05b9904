package org.pgassay.check.rule.security;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Parameters;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No permissive policy has a condition, or an alternative of one, that is the same for every row and session. */
public final class NoAlwaysTruePolicies implements Rule {

    private static final List<String> COMMANDS = List.of("all", "select", "insert", "update", "delete");

    @Override
    public String id() {
        return "no-always-true-policies";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.texts(
                "commands",
                "The commands whose policies are looked at: all, select, insert, update, delete; all of them,"
                        + " if it is not stated. The command all is that of policies FOR ALL."));
    }

    @Override
    public List<String> problems(Parameters stated) {
        return stated.list("commands", List.of()).stream()
                .filter(command -> !COMMANDS.contains(command))
                .map(command -> "'" + command + "' is no command of a policy; they are " + String.join(", ", COMMANDS))
                .toList();
    }

    @Override
    public List<Judged> judge(Scope scope) {
        List<String> commands = scope.parameters().list("commands", COMMANDS);
        return scope.tables().stream()
                .flatMap(table -> table.policies().stream()
                        .filter(policy -> policy.permissive()
                                && commands.contains(policy.command().toLowerCase(Locale.ROOT)))
                        .map(policy -> new Judged(
                                scope.policy(table, policy), scope.host(table.name()), breach(scope, table, policy))))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table, Policy policy) {
        List<String> always = Policies.conditions(policy).stream()
                .filter(NoAlwaysTruePolicies::holdsAlways)
                .toList();
        return always.isEmpty()
                ? null
                : new Breach(
                        Policies.name(scope, table, policy) + " for " + policy.command() + " to "
                                + String.join(", ", policy.roles())
                                + " has a condition that looks at neither the row nor the session: it protects no row.",
                        "State the condition that a row must meet, or disable row security where none is meant.",
                        "a condition on the row or the session in every alternative",
                        String.join("\n", always));
    }

    /** Whether a condition, or an alternative of it, is the same for every row and session, and not false. */
    public static boolean holdsAlways(String condition) {
        return Expression.of(condition).alternatives().stream().anyMatch(NoAlwaysTruePolicies::always);
    }

    /** A chain of AND is constant only if all its links are: one that is not decides. */
    private static boolean always(Expression alternative) {
        return alternative.conjuncts().stream().allMatch(NoAlwaysTruePolicies::sameForAll);
    }

    private static boolean sameForAll(Expression condition) {
        Expression.Comparison comparison = condition.comparison();
        boolean withItself = comparison != null
                && comparison.left().spelling().equals(comparison.right().spelling());
        return withItself
                || (condition.isConstant()
                        && !condition.literal().map("false"::equals).orElse(false));
    }
}
