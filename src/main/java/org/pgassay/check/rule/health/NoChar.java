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

/** No column is of type char(n), which pads with blanks. */
public final class NoChar implements Rule {

    @Override
    public String id() {
        return "no-char";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.columns(scope, (table, column) -> breach(scope, table, column));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Column column) {
        if (!(Types.element(column).equals("character") || Types.element(column).startsWith("character("))) {
            return null;
        }
        String name = scope.column(table.name(), column.name()).name();
        return new Breach(
                name + " is of type " + column.type()
                        + ": values are padded with blanks, and blanks at the end do not count.",
                "Change the type of " + name + " to text, with a check where the length matters.",
                "text",
                column.type());
    }
}
