package org.pgassay.check.rule.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.View;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** A view over a table with row security reads it as who queries the view, and not as the view's owner. */
public final class ViewsSecurityInvoker implements Rule {

    private static final int FIRST_WITH_INVOKER = 15;

    @Override
    public String id() {
        return "views-security-invoker";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        Reads reads = new Reads(scope.catalog());
        return scope.catalog().views().stream()
                .filter(view -> !view.materialized())
                .filter(view -> !protectedRows(scope, reads, view).isEmpty())
                .map(view -> Judged.of(scope.view(view), breach(scope, view, protectedRows(scope, reads, view))))
                .toList();
    }

    /** What the view reads that has row security, or may have it. */
    private static List<String> protectedRows(Scope scope, Reads reads, View view) {
        return reads.all(view.definition()).stream()
                .filter(name ->
                        scope.catalog().table(name).map(Table::rowSecurity).orElse(!reads.known(name)))
                .map(name ->
                        scope.host(name) + (reads.known(name) ? "" : ", which cannot be told to have no row security"))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, View view, List<String> rows) {
        if (Reads.asInvoker(view)) {
            return null;
        }
        String name = scope.host(view.name());
        return new Breach(
                "the view " + name + " reads " + String.join(", ", rows) + " as its owner "
                        + Identifiers.quote(view.owner())
                        + ": the row security of who queries it does not count.",
                scope.majorVersion() < FIRST_WITH_INVOKER
                        ? "Drop the view, or use PostgreSQL 15 or later: this version has no security_invoker."
                        : "Run ALTER VIEW " + name + " SET (security_invoker = true).",
                "security_invoker=true",
                view.options().isEmpty() ? "no options" : String.join(", ", view.options()));
    }
}
