package org.pgassay.check.rule.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every table has a primary key; a partition may have one where its parent has none. */
public final class PrimaryKeyRequired implements Rule {

    @Override
    public String id() {
        return "primary-key-required";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.roots().stream()
                .map(table -> Judged.of(scope.table(table), breach(scope, table)))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table) {
        boolean keyed = table.constraints().stream().anyMatch(each -> each.type() == Constraint.Type.PRIMARY_KEY);
        if (keyed) {
            return null;
        }
        String name = scope.host(table.name());
        return new Breach(
                name + " has no primary key: its rows cannot be told apart, and logical replication refuses to update and"
                        + " delete them.",
                "Add a primary key to " + name + ".",
                "a primary key",
                "none");
    }
}
