package org.pgassay.check.rule.health;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every foreign key has an index that finds the rows that refer to a given one. */
public final class ForeignKeysIndexed implements Rule {

    private static final Set<String> EQUALITY = Set.of("btree", "hash");

    @Override
    public String id() {
        return "foreign-keys-indexed";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.tables().stream()
                .flatMap(table -> scope.constraints(table, Constraint.Type.FOREIGN_KEY).stream()
                        .map(key -> new Judged(
                                scope.constraint(table, key), scope.host(table.name()), breach(scope, table, key))))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table, Constraint key) {
        ForeignKey far = key.foreignKey();
        if (far == null || table.indexes().stream().anyMatch(index -> finds(index, key.columns()))) {
            return null;
        }
        String columns = key.columns().stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        String name = scope.host(table.name());
        return new Breach(
                "no index of " + name + " begins with (" + columns + "): every delete and every change of a key in "
                        + scope.host(far.table()) + " scans " + name + ".",
                "Create an index on " + name + " (" + columns + ").",
                "a valid index whose first columns are " + columns + ", in any order",
                near(table, key));
    }

    /** An index that almost does, for the one who wonders. */
    private static String near(Table table, Constraint key) {
        return table.indexes().stream()
                .filter(index -> index.keys().stream()
                        .anyMatch(each -> each.column() != null && key.columns().contains(each.column())))
                .map(index -> index.name() + ": USING " + index.definition() + (index.valid() ? "" : " (invalid)"))
                .reduce((left, right) -> left + "\n" + right)
                .orElse("none");
    }

    private static boolean finds(Index index, List<String> columns) {
        return index.valid()
                && EQUALITY.contains(index.method())
                && new HashSet<>(Indexes.leadingColumns(index, columns.size())).equals(new HashSet<>(columns))
                && Indexes.holdsAllNotNull(index, columns);
    }
}
