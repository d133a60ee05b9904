package org.pgassay.postgres.plans;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;

/**
 * How a table is stored.
 *
 * @param partitioned whether its rows are in its partitions
 * @param parent whose partition it is; null if it is none
 * @param bound of a partition, as PostgreSQL prints it; null if it is none
 * @param strategy of a partitioned table: {@code r}, {@code l} or {@code h}; null if it is none
 * @param keyColumn the only column by which it is partitioned; null if that is an expression, or there are several
 * @param fillFactor in percent
 * @param columns in their order
 */
record StoredTable(
        QualifiedName name,
        boolean partitioned,
        @Nullable QualifiedName parent,
        @Nullable String bound,
        @Nullable String strategy,
        @Nullable String keyColumn,
        int fillFactor,
        List<StoredColumn> columns,
        List<StoredIndex> indexes) {

    StoredTable {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
    }

    Optional<StoredColumn> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    /** Whether an index on a part alone makes its values unique. */
    boolean unique(Predicate<StoredIndex.Part> key) {
        return indexes.stream()
                .anyMatch(index -> index.makesUnique() && key.test(index.parts().get(0)));
    }
}
