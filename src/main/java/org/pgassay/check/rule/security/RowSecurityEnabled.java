package org.pgassay.check.rule.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every table has row security enabled, partitions too: who reads a partition itself meets its policies only. */
public final class RowSecurityEnabled implements Rule {

    @Override
    public String id() {
        return "row-security-enabled";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.tables().stream()
                .map(table -> Judged.of(scope.table(table), breach(scope, table)))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table) {
        if (table.rowSecurity()) {
            return null;
        }
        String name = scope.host(table.name());
        return new Breach(
                "row security is not enabled on " + name + ": every role with a grant on it sees and changes all rows.",
                "Run ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY, and give it policies.",
                "row security enabled",
                table.policies().isEmpty()
                        ? "disabled"
                        : "disabled, with " + table.policies().size() + " policies");
    }
}
