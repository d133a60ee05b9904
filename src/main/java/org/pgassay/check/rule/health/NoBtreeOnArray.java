package org.pgassay.check.rule.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Judges;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No btree index has an array as a key: it finds whole arrays only. */
public final class NoBtreeOnArray implements Rule {

    @Override
    public String id() {
        return "no-btree-on-array";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.indexes(scope, (table, index) -> breach(scope, table, index));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Index index) {
        boolean array = index.method().equals("btree")
                && Indexes.keyColumns(table, index).stream().anyMatch(Types::isArray);
        if (!array) {
            return null;
        }
        String name = scope.index(table.name(), index).name();
        return new Breach(
                "the index " + name + " is a btree over an array: it finds whole arrays, and not what is in them.",
                "Drop the index " + name + ", and create one USING gin.",
                "USING gin",
                "USING " + index.definition());
    }
}
