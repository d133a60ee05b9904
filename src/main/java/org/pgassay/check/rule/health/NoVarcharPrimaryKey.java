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

/** No primary key is of type varchar or char. */
public final class NoVarcharPrimaryKey implements Rule {

    @Override
    public String id() {
        return "no-varchar-primary-key";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.constraints(scope, Constraint.Type.PRIMARY_KEY, (table, key) -> breach(scope, table, key));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Constraint key) {
        List<String> columns = key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .filter(column -> Types.isVarchar(column) || column.type().startsWith("character"))
                .map(column -> Identifiers.quote(column.name()) + " " + column.type())
                .toList();
        if (columns.isEmpty()) {
            return null;
        }
        String name = scope.host(table.name());
        return new Breach(
                "the primary key of " + name
                        + " is text: it takes more room here, in every index and in every table that refers to it.",
                "Use bigint or uuid for the key; a uuid that is kept as text takes more than twice the room.",
                "bigint or uuid",
                String.join(", ", columns));
    }
}
