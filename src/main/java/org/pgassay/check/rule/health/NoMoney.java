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

/** No column is of type money, whose meaning depends on a setting of the session. */
public final class NoMoney implements Rule {

    @Override
    public String id() {
        return "no-money";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.columns(scope, (table, column) -> breach(scope, table, column));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Column column) {
        if (!(Types.element(column).equals("money"))) {
            return null;
        }
        String name = scope.column(table.name(), column.name()).name();
        return new Breach(
                name
                        + " is of type money: its fractional digits and its currency are those of the session's lc_monetary.",
                "Change the type of " + name + " to numeric, and keep the currency in a column of its own.",
                "numeric",
                column.type());
    }
}
