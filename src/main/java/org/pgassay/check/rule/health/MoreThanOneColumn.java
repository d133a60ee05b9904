package org.pgassay.check.rule.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Judges;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every table has more than one column. */
public final class MoreThanOneColumn implements Rule {

    @Override
    public String id() {
        return "more-than-one-column";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.tables(scope, (table, self) -> breach(scope, table));
    }

    private static @Nullable Breach breach(Scope scope, Table table) {
        if (!(table.columns().size() <= 1)) {
            return null;
        }
        String name = scope.host(table.name());
        return new Breach(
                name + " has " + (table.columns().isEmpty() ? "no column" : "one column")
                        + ": it says no more of its rows than that they are there.",
                "Drop " + name + ", give it the columns that it lacks, or use an enum or a check instead.",
                "two columns or more",
                table.columns().stream()
                        .map(column -> column.name() + " " + column.type())
                        .findFirst()
                        .orElse("none"));
    }
}
