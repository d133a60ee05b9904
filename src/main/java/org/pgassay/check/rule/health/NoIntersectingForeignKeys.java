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

/** No foreign key is only a part of another one. */
public final class NoIntersectingForeignKeys implements Rule {

    @Override
    public String id() {
        return "no-intersecting-foreign-keys";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.constraints(scope, Constraint.Type.FOREIGN_KEY, (table, key) -> breach(scope, table, key));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Constraint key) {
        Optional<Constraint> wider = ForeignKeys.of(table)
                .filter(other -> ForeignKeys.sameTarget(other, key))
                .filter(other ->
                        ForeignKeys.pairs(other).size() > ForeignKeys.pairs(key).size())
                .filter(other -> ForeignKeys.pairs(other).containsAll(ForeignKeys.pairs(key)))
                .findFirst();
        if (wider.isEmpty()) {
            return null;
        }
        String name = Identifiers.quote(key.name());
        return new Breach(
                "the foreign key " + name + " of " + scope.host(table.name()) + " is a part of "
                        + Identifiers.quote(wider.get().name()) + ": every write is checked twice, and what happens on"
                        + " delete is said twice.",
                "Drop the constraint " + name + ", or the wider one.",
                "one foreign key",
                key.name() + ": " + key.definition() + "\n" + wider.get().name() + ": "
                        + wider.get().definition());
    }
}
