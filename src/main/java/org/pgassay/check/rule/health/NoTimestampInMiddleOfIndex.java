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

/** No index has a key behind a timestamp, which is mostly looked for by range. */
public final class NoTimestampInMiddleOfIndex implements Rule {

    @Override
    public String id() {
        return "no-timestamp-in-middle-of-index";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.indexes(scope, (table, index) -> breach(scope, table, index));
    }

    private static @Nullable Breach breach(Scope scope, Table table, Index index) {
        List<Index.Key> keys = index.keys();
        boolean middle = !index.unique()
                && index.method().equals("btree")
                && keys.subList(0, Math.max(0, keys.size() - 1)).stream()
                        .flatMap(key -> Optional.ofNullable(key.column()).flatMap(table::column).stream())
                        .anyMatch(Types::isTimestamp);
        if (!middle) {
            return null;
        }
        String name = scope.index(table.name(), index).name();
        return new Breach(
                "the index " + name
                        + " has keys behind a timestamp: a query for a range of time cannot use them to find"
                        + " rows.",
                "Create the index again with the timestamp as its last key.",
                "a timestamp as the last key only",
                "USING " + index.definition());
    }
}
