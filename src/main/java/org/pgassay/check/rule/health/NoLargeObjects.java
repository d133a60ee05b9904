package org.pgassay.check.rule.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Judges;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No column refers to a large object, which is not deleted with its row. */
public final class NoLargeObjects implements Rule {

    @Override
    public String id() {
        return "no-large-objects";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.columns(scope, (table, column) -> breach(scope, table, column));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Column column) {
        if (!(Types.element(column).equals("oid")
                || Types.unqualified(Types.element(column)).equals("lo"))) {
            return null;
        }
        String name = scope.column(table.name(), column.name()).name();
        return new Breach(
                name + " is of type " + column.type() + ": the large object that it refers to stays when the row goes.",
                "Change the type of " + name + " to bytea, or keep the object outside of the database.",
                "bytea",
                column.type());
    }
}
