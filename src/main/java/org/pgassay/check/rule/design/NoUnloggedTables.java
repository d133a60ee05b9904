package org.pgassay.check.rule.design;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No table loses its rows in a crash. */
public final class NoUnloggedTables implements Rule {

    @Override
    public String id() {
        return "no-unlogged-tables";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.tables().stream()
                .map(table -> Judged.of(scope.table(table), breach(scope, table)))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table) {
        if (!table.unlogged()) {
            return null;
        }
        String name = scope.host(table.name());
        return new Breach(
                name + " is UNLOGGED: a crash empties it, and no standby has its rows.",
                "Run ALTER TABLE " + name + " SET LOGGED.",
                "a logged table",
                "unlogged");
    }
}
