package org.pgassay.check.rule.security;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** A table that has policies has row security enabled: without it they do nothing. */
public final class PoliciesNeedRowSecurity implements Rule {

    @Override
    public String id() {
        return "policies-need-row-security";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.tables().stream()
                .filter(table -> !table.policies().isEmpty())
                .map(table -> Judged.of(scope.table(table), breach(scope, table)))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table) {
        if (table.rowSecurity()) {
            return null;
        }
        String name = scope.host(table.name());
        return new Breach(
                name + " has policies, and row security is not enabled: they restrict nobody.",
                "Run ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY, or drop the policies.",
                "row security enabled",
                "disabled, with the policies "
                        + table.policies().stream()
                                .map(policy -> Identifiers.quote(policy.name()))
                                .collect(Collectors.joining(", ")));
    }
}
