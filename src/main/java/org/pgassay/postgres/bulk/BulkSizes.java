package org.pgassay.postgres.bulk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.plan.ColumnShape;
import org.pgassay.plan.TableSize;
import org.pgassay.rows.InsertOrder;

/**
 * How many rows each table gets, and which values must be met in them: those that are stated, and what the tables need that
 * their foreign keys lead to.
 */
final class BulkSizes {

    /** Rows of a table that is only there to be referred to. */
    private static final long FEW = 3;

    private final Map<QualifiedName, Long> rows = new LinkedHashMap<>();
    private final Map<QualifiedName, Map<String, ColumnShape>> shapes = new LinkedHashMap<>();
    private final Map<QualifiedName, Map<String, Set<String>>> wanted = new LinkedHashMap<>();
    private final List<List<Table>> order;

    private BulkSizes(List<List<Table>> order) {
        this.order = order;
    }

    /**
     * Reckons them.
     *
     * @param wanted values that must be met, by table and column
     */
    static BulkSizes of(Catalog catalog, List<TableSize> sizes, Map<QualifiedName, Map<String, List<String>>> wanted) {
        List<QualifiedName> stated = sizes.stream().map(TableSize::table).toList();
        BulkSizes reckoned = new BulkSizes(InsertOrder.of(stated, catalog));
        for (TableSize size : sizes) {
            reckoned.rows.put(size.table(), (long) size.rows());
            reckoned.shapes.put(size.table(), size.columns());
        }
        wanted.forEach((table, columns) ->
                columns.forEach((column, values) -> values.forEach(value -> reckoned.want(table, column, value))));
        List<List<Table>> children = new ArrayList<>(reckoned.order);
        Collections.reverse(children);
        children.forEach(group -> group.forEach(reckoned::toParents));
        return reckoned;
    }

    private void want(QualifiedName table, String column, String value) {
        wanted.computeIfAbsent(table, name -> new LinkedHashMap<>())
                .computeIfAbsent(column, name -> new LinkedHashSet<>())
                .add(value);
    }

    /** What is referred to must be there, and often enough. */
    private void toParents(Table table) {
        long own = rows(table.name());
        for (Constraint constraint : InsertOrder.foreignKeys(table)) {
            ForeignKey key = constraint.foreignKey();
            if (key == null || key.table().equals(table.name())) {
                continue;
            }
            for (int i = 0; i < constraint.columns().size(); i++) {
                String column = constraint.columns().get(i);
                String far = key.columns().get(i);
                wanted(table.name(), column).forEach(value -> want(key.table(), far, value));
                ColumnShape shape = shapes(table.name()).getOrDefault(column, ColumnShape.UNKNOWN);
                shape.common().keySet().forEach(value -> want(key.table(), far, value));
                Double distinct = shape.distinct();
                if (distinct != null && !shapes.containsKey(key.table())) {
                    double values = distinct < 0 ? -distinct * (double) own : distinct;
                    rows.merge(key.table(), (long) Math.min(Math.ceil(values), (double) own), Math::max);
                }
            }
        }
    }

    /** The tables, parents first. */
    List<List<Table>> order() {
        return order;
    }

    /** How many rows a table gets. */
    long rows(QualifiedName table) {
        long stated = rows.getOrDefault(table, FEW);
        return shapes.containsKey(table) ? stated : Math.max(stated, FEW + most(wanted.getOrDefault(table, Map.of())));
    }

    private static int most(Map<String, Set<String>> columns) {
        return columns.values().stream().mapToInt(Set::size).max().orElse(0);
    }

    /** What is stated of a table's columns. */
    Map<String, ColumnShape> shapes(QualifiedName table) {
        return shapes.getOrDefault(table, Map.of());
    }

    /** Values of a column that must be met, the likeliest first. */
    List<String> wanted(QualifiedName table, String column) {
        return List.copyOf(wanted.getOrDefault(table, Map.of()).getOrDefault(column, Set.of()));
    }
}
