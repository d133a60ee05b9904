package org.pgassay.check.rule.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Judges;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No index has a boolean as its only key. */
public final class NoBooleanInIndex implements Rule {

    @Override
    public String id() {
        return "no-boolean-in-index";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.indexes(scope, (table, index) -> breach(scope, table, index));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Index index) {
        List<Column> keys = Indexes.keyColumns(table, index);
        boolean sole = index.keys().size() == 1
                && !index.unique()
                && keys.size() == 1
                && keys.get(0).type().equals("boolean");
        if (!sole) {
            return null;
        }
        String name = scope.index(table.name(), index).name();
        return new Breach(
                "the only key of " + name + " is a boolean: it divides the rows in two at best, and a scan is mostly"
                        + " cheaper.",
                "Drop the index " + name
                        + ", or index what the queries look for where the boolean has its rarer value.",
                "no index on a boolean alone",
                "USING " + index.definition());
    }
}
