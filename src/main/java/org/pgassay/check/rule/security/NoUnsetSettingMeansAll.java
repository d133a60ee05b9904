package org.pgassay.check.rule.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/**
 * No policy lets all rows through where a setting is not set.
 *
 * <p>What is read with {@code current_setting(x, true)} may be cast, compared and given to NULLIF, and then a session
 * without the setting sees nothing. Whatever else is done with it is a breach, unless it can be told that it is harmless.
 */
public final class NoUnsetSettingMeansAll implements Rule {

    private static final Set<String> STRICT = Set.of(
            "nullif",
            "lower",
            "upper",
            "btrim",
            "string_to_array",
            "any",
            "all",
            "some",
            "and",
            "or",
            "exists",
            "in",
            "select",
            "as",
            "where",
            "on",
            "having",
            "from",
            "join",
            "lateral");

    @Override
    public String id() {
        return "no-unset-setting-means-all";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Policies.judge(scope, (table, policy) -> breach(scope, table, policy));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Policy policy) {
        for (String condition : Policies.conditions(policy)) {
            for (Calls.Call call : Calls.in(Expression.of(condition))) {
                String why = call.function().endsWith("current_setting") && mayBeUnset(call) ? fault(call) : null;
                if (why != null) {
                    return new Breach(
                            Policies.name(scope, table, policy) + " " + why
                                    + ": a session that forgot the setting may see and change all rows.",
                            "Compare the setting with the row and with nothing else: tenant_id ="
                                    + " NULLIF(current_setting('x', true), '')::uuid lets no row through without it.",
                            "a setting that is only cast, compared with the row, or given to NULLIF",
                            condition);
                }
            }
        }
        return null;
    }

    /** Without the second argument, or with false, an unset setting is an error. */
    private static boolean mayBeUnset(Calls.Call call) {
        List<Expression> arguments = call.arguments().split(",");
        return arguments.size() > 1
                && !arguments.get(1).literal().map("false"::equals).orElse(false);
    }

    private static @Nullable String fault(Calls.Call call) {
        Expression inner = null;
        boolean tested = false;
        for (Expression level : call.around()) {
            String why = fault(level, inner);
            if (why != null) {
                return why;
            }
            if (tested && !passesOn(level)) {
                return "computes with a test of a setting, and cannot be told to let no row through where it is not set";
            }
            tested = tested || (!level.isQuery() && level.has("is"));
            inner = level;
        }
        return null;
    }

    /** What is wrong on one level; inner is the parenthesis on it that holds the call. */
    private static @Nullable String fault(Expression level, @Nullable Expression inner) {
        if (inner != null) {
            Optional<String> function = enclosing(level, inner);
            if (function.filter("coalesce"::equals).isPresent()) {
                return coalesce(level, inner);
            }
            if (function.isPresent() && !STRICT.contains(function.get())) {
                return function.get().equals("not")
                        ? "negates a test of a setting, and cannot be told to let no row through where it is not set"
                        : "hands a setting to " + function.get()
                                + ", and cannot be told to let no row through where it is not set";
            }
        }
        if (level.has("case")) {
            return "decides by CASE on a setting, and cannot be told to let no row through where it is not set";
        }
        boolean chain = level.isQuery()
                || level.split("or").size() > 1
                || level.split("and").size() > 1;
        return chain ? null : test(level);
    }

    /** Whether a test that stands on this level is a condition of a query, a link of a chain, or the whole. */
    private static boolean passesOn(Expression level) {
        return level.isQuery()
                || level.split("or").size() > 1
                || level.split("and").size() > 1
                || level.parts().size() == 1;
    }

    private static @Nullable String test(Expression level) {
        List<Expression> is = level.split("is");
        if (is.size() > 1) {
            return isNotNull(is) ? null : "tests whether a setting is unset";
        }
        if (level.has("not")) {
            return "negates a test of a setting, and cannot be told to let no row through where it is not set";
        }
        Expression.Comparison comparison = level.comparison();
        boolean empty = comparison != null
                && Stream.of(comparison.left(), comparison.right())
                        .anyMatch(side -> side.literal().filter("''"::equals).isPresent());
        return empty ? "lets rows through where a setting is empty" : null;
    }

    private static boolean isNotNull(List<Expression> is) {
        return is.size() == 2 && is.get(1).spelling().equals(" not null");
    }

    /** COALESCE with a constant is harmless only where that constant is not what it is compared with. */
    private static @Nullable String coalesce(Expression level, Expression inner) {
        List<Expression> arguments = inner.split(",");
        Expression.Comparison comparison = level.comparison();
        Optional<String> fallback = arguments.get(arguments.size() - 1).literal();
        boolean told = arguments.size() == 2
                && fallback.isPresent()
                && comparison != null
                && Stream.of(comparison.left(), comparison.right())
                        .anyMatch(side -> side.name().isPresent()
                                || (side.literal().isPresent()
                                        && !side.literal().equals(fallback)));
        return told ? null : "replaces a setting that is not set by COALESCE";
    }

    /**
     * The name of the function, or the key word, that stands before the parenthesis that holds the call.
     *
     * <p>Tokens know where they stand, so that what is equal is the same parenthesis.
     */
    private static Optional<String> enclosing(Expression level, Expression inner) {
        List<Expression.Part> parts = level.parts();
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at) instanceof Expression.Group group
                    && group.inside().equals(inner)) {
                return Calls.function(parts, at);
            }
        }
        return Optional.empty();
    }
}
