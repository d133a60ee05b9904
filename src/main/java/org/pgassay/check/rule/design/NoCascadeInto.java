package org.pgassay.check.rule.design;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No delete elsewhere deletes, or empties a key of, a row of the tables that the rule is for. */
public final class NoCascadeInto implements Rule {

    @Override
    public String id() {
        return "no-cascade-into";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.tables().stream()
                .flatMap(table -> scope.constraints(table, Constraint.Type.FOREIGN_KEY).stream()
                        .flatMap(key -> Stream.ofNullable(key.foreignKey())
                                .map(far -> new Judged(
                                        scope.constraint(table, key),
                                        scope.host(table.name()),
                                        breach(scope, table, key, far)))))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table, Constraint key, ForeignKey far) {
        if (far.onDelete() == ForeignKey.Action.NO_ACTION || far.onDelete() == ForeignKey.Action.RESTRICT) {
            return null;
        }
        String action = far.onDelete().name().replace('_', ' ');
        return new Breach(
                "the foreign key " + Identifiers.quote(key.name()) + " of " + scope.host(table.name())
                        + " is ON DELETE " + action + ": who deletes from "
                        + scope.host(far.table()) + " changes " + scope.host(table.name())
                        + ", without a grant on it and past its row security.",
                "Drop the key and add it again with ON DELETE RESTRICT.",
                "on delete restrict, or no action",
                "on delete " + action.toLowerCase(Locale.ROOT));
    }
}
