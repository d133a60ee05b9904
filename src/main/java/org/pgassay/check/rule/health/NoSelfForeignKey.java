package org.pgassay.check.rule.health;

import java.util.HashSet;
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

/** No foreign key refers to the columns that it consists of. */
public final class NoSelfForeignKey implements Rule {

    @Override
    public String id() {
        return "no-self-foreign-key";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.constraints(scope, Constraint.Type.FOREIGN_KEY, (table, key) -> breach(scope, table, key));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Constraint key) {
        ForeignKey far = ForeignKeys.far(key);
        boolean self =
                far.table().equals(table.name()) && new HashSet<>(far.columns()).equals(new HashSet<>(key.columns()));
        if (!self) {
            return null;
        }
        String name = Identifiers.quote(key.name());
        return new Breach(
                "the foreign key " + name + " of " + scope.host(table.name())
                        + " refers to its own columns: every row refers to itself, so it can refuse nothing.",
                "Drop the constraint " + name + ", or let it refer to what it was meant for.",
                "a foreign key to other columns",
                key.definition());
    }
}
