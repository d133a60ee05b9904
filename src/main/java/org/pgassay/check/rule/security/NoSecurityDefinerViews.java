package org.pgassay.check.rule.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.View;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every view reads its tables as who queries it, and not as its owner. */
public final class NoSecurityDefinerViews implements Rule {

    private static final int FIRST_WITH_INVOKER = 15;

    @Override
    public String id() {
        return "no-security-definer-views";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.catalog().views().stream()
                .filter(view -> !view.materialized())
                .map(view -> Judged.of(scope.view(view), breach(scope, view)))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, View view) {
        if (Reads.asInvoker(view)) {
            return null;
        }
        String name = scope.host(view.name());
        return new Breach(
                "the view " + name + " reads as its owner " + Identifiers.quote(view.owner())
                        + ": who may query it needs no grant on what it reads.",
                scope.majorVersion() < FIRST_WITH_INVOKER
                        ? "Use PostgreSQL 15 or later, or except the view: this version has no security_invoker."
                        : "Run ALTER VIEW " + name + " SET (security_invoker = true).",
                "security_invoker=true",
                view.options().isEmpty() ? "no options" : String.join(", ", view.options()));
    }
}
