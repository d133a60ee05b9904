package org.pgassay.check.partition;

import java.util.List;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;

/** The partitions of a catalog. */
final class Partitions {

    private Partitions() {}

    /** The partitions of a table, not those of its partitions. */
    static List<Table> of(Catalog catalog, QualifiedName parent) {
        return catalog.tables().stream()
                .filter(table -> parent.equals(table.partitionOf()))
                .toList();
    }

    /** Whether a partition takes the rows that belong into no other. */
    static boolean isDefault(Table partition) {
        return "DEFAULT".equals(partition.partitionBound());
    }
}
