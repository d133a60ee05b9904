package org.pgassay.check.rule.health;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every index is valid, on partitions and materialized views, too. */
public final class IndexesValid implements Rule {

    @Override
    public String id() {
        return "indexes-valid";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        Stream<Judged> tables = scope.tables().stream().flatMap(table -> judged(scope, table.name(), table.indexes()));
        Stream<Judged> views =
                scope.catalog().views().stream().flatMap(view -> judged(scope, view.name(), view.indexes()));
        return Stream.concat(tables, views).toList();
    }

    private static Stream<Judged> judged(Scope scope, QualifiedName of, List<Index> indexes) {
        return indexes.stream()
                .map(index -> new Judged(scope.index(of, index), scope.host(of), breach(scope, of, index)));
    }

    private static @Nullable Breach breach(Scope scope, QualifiedName of, Index index) {
        if (index.valid()) {
            return null;
        }
        String name = scope.index(of, index).name();
        return new Breach(
                "the index " + name + " is invalid: no query uses it, and every write pays for it.",
                "Run REINDEX INDEX CONCURRENTLY " + name + ", or drop it and create it again; for an index of a"
                        + " partitioned table, create and attach what its partitions lack.",
                "a valid index",
                "USING " + index.definition() + " (invalid)");
    }
}
