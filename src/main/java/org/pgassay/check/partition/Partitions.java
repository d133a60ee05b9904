package org.pgassay.check.partition;

import java.util.List;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Names;

/** The partitions of a catalog. */
public final class Partitions {

    private Partitions() {}

    /** The partitions of a table, not those of its partitions. */
    /** Whether every partition of a table is as it is. */
    public static boolean alike(Catalog catalog, Names names, Table parent, int majorVersion) {
        List<Table> partitions = of(catalog, parent.name());
        Likeness likeness = new Likeness(catalog, names, parent, partitions, majorVersion);
        return partitions.stream().allMatch(each -> likeness.deviations(each).isEmpty());
    }

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
