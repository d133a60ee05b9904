package org.pgassay.check.rule.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.Table;
import org.pgassay.check.Glob;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** A policy reads settings and the user once for a query: in a scalar sub-select. */
public final class PoliciesInitplan implements Rule {

    private static final List<String> FUNCTIONS = List.of("current_setting", "auth.*");

    @Override
    public String id() {
        return "policies-initplan";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.texts(
                        "functions",
                        "The functions to read in a sub-select, by name or pattern as PostgreSQL prints them in an expression; current_setting and auth.*, if it is not stated."));
    }

    @Override
    public List<Judged> judge(Scope scope) {
        List<Glob> functions = scope.parameters().list("functions", FUNCTIONS).stream()
                .map(Glob::of)
                .toList();
        return Policies.judge(scope, (table, policy) -> breach(scope, table, policy, functions));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Policy policy, List<Glob> functions) {
        List<String> perRow = Policies.conditions(policy).stream()
                .flatMap(condition -> Calls.in(Expression.of(condition)).stream())
                .filter(call -> functions.stream().anyMatch(glob -> glob.matches(call.function())))
                .filter(call -> !once(call))
                .map(Calls.Call::function)
                .distinct()
                .toList();
        return perRow.isEmpty()
                ? null
                : new Breach(
                        Policies.name(scope, table, policy) + " calls " + String.join(", ", perRow)
                                + " for every row: large scans slow down.",
                        "Write (SELECT " + perRow.get(0) + "(…)), which PostgreSQL evaluates once for a query.",
                        "the call in a sub-select without FROM",
                        String.join("\n", Policies.conditions(policy)));
    }

    /** What reads no table is evaluated once; within one that does, it is evaluated for every row of that. */
    private static boolean once(Calls.Call call) {
        return call.around().stream()
                .filter(Expression::isQuery)
                .findFirst()
                .filter(query -> !query.has("from"))
                .isPresent();
    }
}
