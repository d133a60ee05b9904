package org.pgassay.check.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;

/** Finds the indexes that a plan uses. */
final class Indexes {

    private Indexes() {}

    /** Those of the catalog that a plan names; of a bitmap scan's the schema is that of the table above. */
    static Set<QualifiedName> in(PlanNode root, Catalog catalog) {
        Set<QualifiedName> used = new TreeSet<>();
        for (PlanNode node : PlanWords.nodes(root)) {
            String name = node.index();
            if (name != null) {
                catalog.tables().stream()
                        .filter(table -> table.index(name).isPresent())
                        .filter(table -> node.relation() == null || fits(table, node))
                        .findFirst()
                        .ifPresent(
                                table -> used.add(new QualifiedName(table.name().schema(), name)));
            }
        }
        return used;
    }

    private static boolean fits(Table table, PlanNode node) {
        return table.name().name().equals(node.relation())
                && table.name()
                        .schema()
                        .equals(node.details()
                                .getOrDefault("Schema", table.name().schema()));
    }

    /** The table of an index. */
    static Optional<Table> table(QualifiedName index, Catalog catalog) {
        return catalog.tables().stream()
                .filter(table -> table.name().schema().equals(index.schema()))
                .filter(table -> table.index(index.name()).isPresent())
                .findFirst();
    }

    /** Whether a plan uses an index; one of a partitioned table by that of any partition. */
    static boolean uses(PlanNode root, QualifiedName index, Catalog catalog) {
        Set<QualifiedName> used = in(root, catalog);
        return used.contains(index)
                || table(index, catalog)
                        .filter(table -> table.kind() == Table.Kind.PARTITIONED)
                        .map(table -> used.stream().anyMatch(each -> isPart(each, table, index, catalog)))
                        .orElse(false);
    }

    /** Whether an index of a partition has the definition of one of the whole. */
    static boolean isPart(QualifiedName used, Table whole, QualifiedName index, Catalog catalog) {
        Optional<Table> partition = table(used, catalog);
        Optional<String> stated = whole.index(index.name()).map(Index::definition);
        return partition.isPresent()
                && descends(partition.get(), whole.name(), catalog)
                && partition.get().index(used.name()).map(Index::definition).equals(stated);
    }

    static boolean descends(Table partition, QualifiedName whole, Catalog catalog) {
        QualifiedName parent = partition.partitionOf();
        return parent != null
                && (parent.equals(whole)
                        || catalog.table(parent)
                                .filter(table -> descends(table, whole, catalog))
                                .isPresent());
    }

    /** All names of indexes, for suggestions. */
    static List<String> names(Catalog catalog) {
        return catalog.tables().stream()
                .flatMap(table -> table.indexes().stream())
                .map(Index::name)
                .toList();
    }
}
