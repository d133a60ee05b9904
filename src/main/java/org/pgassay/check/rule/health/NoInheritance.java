package org.pgassay.check.rule.health;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Judges;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No table inherits from another one; partitions do not count. */
public final class NoInheritance implements Rule {

    @Override
    public String id() {
        return "no-inheritance";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.tables(scope, (table, self) -> breach(scope, table));
    }

    private static @Nullable Breach breach(Scope scope, Table table) {
        String parents = table.inheritsFrom().stream().map(scope::host).collect(Collectors.joining(", "));
        if (!(!table.inheritsFrom().isEmpty())) {
            return null;
        }
        String name = scope.host(table.name());
        return new Breach(
                name + " inherits from " + parents
                        + ": primary keys, unique constraints and foreign keys of a parent do not hold for its children.",
                "Make " + name + " a table of its own, or a partition.",
                "no parent",
                "INHERITS (" + parents + ")");
    }
}
