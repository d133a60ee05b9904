package org.pgassay.check.rule.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** A table with row security has a permissive policy: without one nobody sees a row. A partition may be closed so. */
public final class RowSecurityNeedsPolicy implements Rule {

    @Override
    public String id() {
        return "row-security-needs-policy";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.roots().stream()
                .filter(Table::rowSecurity)
                .map(table -> Judged.of(scope.table(table), breach(scope, table)))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table) {
        if (table.policies().stream().anyMatch(Policy::permissive)) {
            return null;
        }
        String name = scope.host(table.name());
        return new Breach(
                "row security is enabled on " + name + ", and no policy lets a row through: whom it binds sees and"
                        + " changes nothing.",
                "Create a permissive policy on " + name + ", or disable row security.",
                "a permissive policy",
                table.policies().isEmpty() ? "no policy" : "restrictive policies only");
    }
}
