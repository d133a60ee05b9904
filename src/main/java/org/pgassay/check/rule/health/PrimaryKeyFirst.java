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

/** The first column of a table is one of its primary key. */
public final class PrimaryKeyFirst implements Rule {

    @Override
    public String id() {
        return "primary-key-first";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.tables(scope, (table, self) -> breach(scope, table));
    }

    private static @Nullable Breach breach(Scope scope, Table table) {
        Optional<Constraint> key = table.constraints().stream()
                .filter(each -> each.type() == Constraint.Type.PRIMARY_KEY)
                .findFirst();
        if (!(key.isPresent()
                && !table.columns().isEmpty()
                && !key.get().columns().contains(table.columns().get(0).name()))) {
            return null;
        }
        String name = scope.host(table.name());
        return new Breach(
                name + " begins with "
                        + Identifiers.quote(table.columns().get(0).name())
                        + " and not with its primary key: who reads the table looks for the key in front.",
                "Create " + name + " with the columns of its primary key in front.",
                "a column of " + key.orElseThrow().definition(),
                Identifiers.quote(table.columns().get(0).name()));
    }
}
