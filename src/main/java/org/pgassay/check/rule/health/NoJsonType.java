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

/** No column is of type json, which has no equality and no index. */
public final class NoJsonType implements Rule {

    @Override
    public String id() {
        return "no-json-type";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.columns(scope, (table, column) -> breach(scope, table, column));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Column column) {
        if (!(Types.element(column).equals("json"))) {
            return null;
        }
        String name = scope.column(table.name(), column.name()).name();
        return new Breach(
                name + " is of type json: it cannot be compared, grouped by or indexed.",
                "Change the type of " + name + " to jsonb.",
                "jsonb",
                column.type());
    }
}
