package org.pgassay.check.rule.health;

import java.util.Comparator;
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

/** No two indexes of a table are defined alike. */
public final class NoDuplicateIndexes implements Rule {

    @Override
    public String id() {
        return "no-duplicate-indexes";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.indexes(scope, (table, index) -> breach(scope, table, index));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Index index) {
        Optional<Index> better = table.indexes().stream()
                .filter(other -> Indexes.shape(other).equals(Indexes.shape(index)) && before(other, index))
                .findFirst();
        if (better.isEmpty()) {
            return null;
        }
        String name = scope.index(table.name(), index).name();
        String other = scope.index(table.name(), better.get()).name();
        return new Breach(
                "the index " + name + " is defined like " + other + ": every write to " + scope.host(table.name())
                        + " pays for both, and queries use one.",
                index.secondary() ? "Drop the index " + name + "." : "Drop the constraint " + name + ".",
                "one index USING " + index.definition(),
                name + " and " + other);
    }

    /** Of two alike, the one that does more is kept: what stands behind a constraint, then what is unique. */
    private static boolean before(Index left, Index right) {
        return Comparator.comparing(Index::secondary)
                        .thenComparing(index -> !index.unique())
                        .thenComparing(index -> !index.valid())
                        .thenComparing(Index::name)
                        .compare(left, right)
                < 0;
    }
}
