package org.pgassay.check.rule.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Judges;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every primary key is of integers or UUIDs, in a partitioned table of dates and times, too. */
public final class NoNaturalPrimaryKey implements Rule {

    @Override
    public String id() {
        return "no-natural-primary-key";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.constraints(scope, Constraint.Type.PRIMARY_KEY, (table, key) -> breach(scope, table, key));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Constraint key) {
        List<String> columns = key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .filter(column -> !Types.isSurrogate(table, column))
                .map(column -> Identifiers.quote(column.name()) + " " + column.type())
                .toList();
        if (columns.isEmpty()) {
            return null;
        }
        String name = scope.host(table.name());
        return new Breach(
                "the primary key of " + name
                        + " looks like a natural one: when its meaning changes, every reference must be changed, too.",
                "Give " + name
                        + " a key of type bigint or uuid, and keep what identifies its rows as a unique constraint.",
                "integers or uuid",
                String.join(", ", columns));
    }
}
