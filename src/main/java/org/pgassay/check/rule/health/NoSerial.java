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

/** No column is a serial: identity columns do the same within the standard. */
public final class NoSerial implements Rule {

    @Override
    public String id() {
        return "no-serial";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.columns(scope, (table, column) -> breach(scope, table, column));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Column column) {
        if (!(Types.isSerial(scope, table, column))) {
            return null;
        }
        String name = scope.column(table.name(), column.name()).name();
        return new Breach(
                name
                        + " is a serial: its sequence is granted, dumped and changed apart from the table, and any insert may set the column.",
                "Make " + name + " an identity column: drop the default and ADD GENERATED ALWAYS AS IDENTITY.",
                "an identity column",
                column.type() + " default " + column.defaultExpression());
    }
}
