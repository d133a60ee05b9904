package org.pgassay.check.rule.health;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Judges;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No index is only the beginning of another one. */
public final class NoIntersectingIndexes implements Rule {

    @Override
    public String id() {
        return "no-intersecting-indexes";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.indexes(scope, (table, index) -> breach(scope, table, index));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Index index) {
        // A unique index refuses rows, which no longer one does.
        Optional<Index> longer = index.unique() || !index.method().equals("btree")
                ? Optional.empty()
                : table.indexes().stream()
                        .filter(other -> other.valid() && Indexes.begins(index, other))
                        .findFirst();
        if (longer.isEmpty()) {
            return null;
        }
        String name = scope.index(table.name(), index).name();
        String other = scope.index(table.name(), longer.get()).name();
        return new Breach(
                "the index " + name + " is the beginning of " + other
                        + ", which serves the same queries: every write to " + scope.host(table.name())
                        + " pays for both.",
                "Drop the index " + name + ".",
                "no index that is the beginning of another one",
                name + ": USING " + index.definition() + "\n" + other + ": USING "
                        + longer.get().definition());
    }
}
