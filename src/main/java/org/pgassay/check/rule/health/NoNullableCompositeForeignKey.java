package org.pgassay.check.rule.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Judges;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No foreign key of several columns is switched off by a null in one of them. */
public final class NoNullableCompositeForeignKey implements Rule {

    @Override
    public String id() {
        return "no-nullable-composite-foreign-key";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.constraints(scope, Constraint.Type.FOREIGN_KEY, (table, key) -> breach(scope, table, key));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Constraint key) {
        List<String> nullable = key.columns().stream()
                .filter(name ->
                        table.column(name).filter(column -> !column.notNull()).isPresent())
                .map(Identifiers::quote)
                .toList();
        boolean open = key.columns().size() > 1
                && !nullable.isEmpty()
                && ForeignKeys.far(key).match() == ForeignKey.Match.SIMPLE;
        if (!open) {
            return null;
        }
        String name = Identifiers.quote(key.name());
        return new Breach(
                "the foreign key " + name + " of " + scope.host(table.name()) + " does not hold of rows in which "
                        + String.join(" or ", nullable) + " is null: the other columns may then refer to nothing.",
                "Make " + String.join(", ", nullable) + " NOT NULL, or the foreign key MATCH FULL.",
                "columns that are NOT NULL, or MATCH FULL",
                key.definition());
    }
}
