package org.pgassay.check.rule.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every table has a primary key; where a partitioned one has none, each of its partitions does. */
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
        if (keyed(scope, table)) {
            return null;
        }
        String name = scope.host(table.name());
        return new Breach(
                name
                        + " has no primary key: its rows cannot be told apart, and logical replication refuses to update and"
                        + " delete them.",
                "Add a primary key to " + name + ".",
                "a primary key",
                "none");
    }

    /** A partitioned table that has none may leave it to its partitions, of which then each must have one. */
    private static boolean keyed(Scope scope, Table table) {
        List<Table> partitions = scope.tables().stream()
                .filter(each -> table.name().equals(each.partitionOf()))
                .toList();
        return table.constraints().stream().anyMatch(each -> each.type() == Constraint.Type.PRIMARY_KEY)
                || (!partitions.isEmpty() && partitions.stream().allMatch(each -> keyed(scope, each)));
    }
}
