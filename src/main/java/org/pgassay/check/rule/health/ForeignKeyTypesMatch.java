package org.pgassay.check.rule.health;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Judges;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** The columns of a foreign key are of the types of those that they refer to. */
public final class ForeignKeyTypesMatch implements Rule {

    @Override
    public String id() {
        return "foreign-key-types-match";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.constraints(scope, Constraint.Type.FOREIGN_KEY, (table, key) -> breach(scope, table, key));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Constraint key) {
        ForeignKey far = ForeignKeys.far(key);
        Optional<Table> target = scope.catalog().table(far.table());
        for (int i = 0; i < key.columns().size() && target.isPresent(); i++) {
            Optional<Column> near = table.column(key.columns().get(i));
            Optional<Column> referenced = target.get().column(far.columns().get(i));
            if (near.isPresent()
                    && referenced.isPresent()
                    && !near.get().type().equals(referenced.get().type())) {
                return breach(
                        scope.column(table.name(), near.get().name()).name(),
                        near.get().type(),
                        scope.column(far.table(), referenced.get().name()).name(),
                        referenced.get().type());
            }
        }
        return null;
    }

    private static Breach breach(String near, String type, String far, String other) {
        return new Breach(
                near + " is of type " + type + " and refers to " + far + " of type " + other
                        + ": values that one can hold the other cannot, and joins convert.",
                "Change the type of " + near + " to " + other + ".",
                other,
                type);
    }
}
