package org.pgassay.check.rule.health;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Judges;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No partial index leaves out nulls of a column that has none. */
public final class NoNeedlessIndexPredicate implements Rule {

    @Override
    public String id() {
        return "no-needless-index-predicate";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.indexes(scope, (table, index) -> breach(scope, table, index));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Index index) {
        Optional<Column> needless = table.columns().stream()
                .filter(Column::notNull)
                .filter(column -> Indexes.testsNotNull(index, column.name()))
                .findFirst();
        if (needless.isEmpty()) {
            return null;
        }
        String name = scope.index(table.name(), index).name();
        String column = scope.column(table.name(), needless.get().name()).name();
        return new Breach(
                "the index " + name + " leaves out the rows in which " + column
                        + " is null, and there are none: the planner must prove that for every query.",
                "Create the index " + name + " without that condition.",
                "no condition on a column that is NOT NULL",
                "USING " + index.definition());
    }
}
