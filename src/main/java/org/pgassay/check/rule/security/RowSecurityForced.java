package org.pgassay.check.rule.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Row security binds the owner of the table, too. */
public final class RowSecurityForced implements Rule {

    @Override
    public String id() {
        return "row-security-forced";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.tables().stream()
                .filter(Table::rowSecurity)
                .map(table -> Judged.of(scope.table(table), breach(scope, table)))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table) {
        if (table.rowSecurityForced()) {
            return null;
        }
        String name = scope.host(table.name());
        return new Breach(
                "row security of " + name + " does not bind its owner " + Identifiers.quote(table.owner())
                        + ": who acts as the owner sees and changes all rows.",
                "Run ALTER TABLE " + name + " FORCE ROW LEVEL SECURITY.",
                "row security forced",
                "enabled, not forced");
    }
}
