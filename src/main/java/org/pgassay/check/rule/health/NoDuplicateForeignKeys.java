package org.pgassay.check.rule.health;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Judges;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No two foreign keys of a table refer with the same columns to the same ones. */
public final class NoDuplicateForeignKeys implements Rule {

    @Override
    public String id() {
        return "no-duplicate-foreign-keys";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.constraints(scope, Constraint.Type.FOREIGN_KEY, (table, key) -> breach(scope, table, key));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Constraint key) {
        Optional<Constraint> former = ForeignKeys.of(table)
                .filter(other -> other.name().compareTo(key.name()) < 0)
                .filter(other -> ForeignKeys.sameTarget(other, key))
                .filter(other -> ForeignKeys.pairs(other).equals(ForeignKeys.pairs(key)))
                .findFirst();
        if (former.isEmpty()) {
            return null;
        }
        String name = Identifiers.quote(key.name());
        return new Breach(
                "the foreign key " + name + " of " + scope.host(table.name()) + " says what "
                        + Identifiers.quote(former.get().name()) + " says: every write is checked twice.",
                "Drop the constraint " + name + ", or the other one.",
                "one foreign key",
                former.get().name() + ": " + former.get().definition() + "\n" + key.name() + ": " + key.definition());
    }
}
