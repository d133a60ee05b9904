package org.pgassay.postgres.plans;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.plan.ColumnShape;
import org.pgassay.plan.ColumnStatistics;
import org.pgassay.plan.RelationStatistics;
import org.pgassay.plan.StatisticsException;
import org.pgassay.plan.TableSize;

/**
 * Reckons from what a spec states of tables what the planner would know of them.
 *
 * <p>Besides what is stated it goes by what the schema says for certain: unique indexes, foreign keys to tables whose size is
 * stated, booleans, enums. A column of which neither says anything is left out: it has no {@link ColumnStatistics}. Tables are
 * taken to be vacuumed, and indexes to be made anew.
 */
public final class DeclaredStatistics {

    private final Connection connection;
    private final Catalog catalog;
    private final Map<QualifiedName, TableSize> sizes = new LinkedHashMap<>();
    private final Map<QualifiedName, StoredTable> tables;
    private final ColumnReckoner reckoner;
    private final IndexReckoner indexes;
    private final List<RelationStatistics> found = new ArrayList<>();

    private DeclaredStatistics(Connection connection, Catalog catalog, List<TableSize> sizes) throws SQLException {
        this.connection = connection;
        this.catalog = catalog;
        sizes.forEach(size -> this.sizes.put(size.table(), size));
        this.tables = StorageReader.read(connection, this.sizes.keySet());
        this.reckoner = new ColumnReckoner(connection);
        this.indexes = new IndexReckoner(connection, reckoner);
    }

    /**
     * The statistics of the tables, of their indexes and of their partitions.
     *
     * <p>A partitioned table's rows are spread over its partitions by what is stated of the key, otherwise evenly; a
     * partition whose own size is stated has that.
     *
     * @param connection as the superuser, to a clone that nobody else uses, in auto-commit mode
     * @param catalog of it
     * @throws StatisticsException if what is stated cannot be; the message says of which table, column and value
     * @throws SQLException if the server is gone
     */
    public static List<RelationStatistics> of(Connection connection, Catalog catalog, List<TableSize> sizes)
            throws SQLException {
        DeclaredStatistics declared = new DeclaredStatistics(connection, catalog, sizes);
        for (TableSize size : sizes) {
            declared.check(size);
        }
        for (TableSize size : sizes) {
            if (!declared.within(size.table())) {
                declared.add(declared.stored(size.table()), size.rows(), Map.of());
            }
        }
        return declared.found;
    }

    private StoredTable stored(QualifiedName table) {
        StoredTable stored = tables.get(table);
        if (stored == null) {
            throw new StatisticsException(
                    table, null, null, "There is no table " + table.sql() + ". State the size of one that is there.");
        }
        return stored;
    }

    private void check(TableSize size) {
        stored(size.table());
        if (!(size.rows() >= 0 && size.rows() <= 1e15)) {
            throw new StatisticsException(
                    size.table(),
                    null,
                    "rows",
                    size.table().sql() + " cannot have " + ShapeRules.plain(size.rows())
                            + " rows. State a number from 0 to 1e15.");
        }
        Long pages = size.pages();
        if (pages != null && !(pages >= 0 && pages <= Integer.MAX_VALUE)) {
            throw new StatisticsException(
                    size.table(), null, "pages", size.table().sql() + " cannot have " + pages + " pages of 8 kB.");
        }
    }

    /** Whether a table above it is stated too, and brings it along. */
    private boolean within(QualifiedName table) {
        QualifiedName parent = stored(table).parent();
        while (parent != null) {
            if (sizes.containsKey(parent)) {
                return true;
            }
            StoredTable above = tables.get(parent);
            parent = above == null ? null : above.parent();
        }
        return false;
    }

    private void add(StoredTable table, double share, Map<String, ColumnShape> inherited) throws SQLException {
        TableSize size = sizes.get(table.name());
        double rows = size == null ? share : size.rows();
        Map<String, ColumnShape> shapes = new LinkedHashMap<>(inherited);
        if (size != null) {
            shapes.putAll(byPrintedName(table, size));
        }
        if (table.partitioned()) {
            found.add(new RelationStatistics(table.name(), rows, 0, 0, null, columns(table, shapes, rows)));
            addPartitions(table, rows, shapes);
        } else {
            Long pages = size == null ? null : size.pages();
            addStored(table, shapes, rows, pages);
        }
    }

    /** What is stated, under the names of columns, and expressions as PostgreSQL prints them. */
    private Map<String, ColumnShape> byPrintedName(StoredTable table, TableSize size) throws SQLException {
        Map<String, ColumnShape> shapes = new LinkedHashMap<>();
        for (Map.Entry<String, ColumnShape> each : size.columns().entrySet()) {
            if (table.column(each.getKey()).isPresent()) {
                shapes.put(each.getKey(), each.getValue());
            } else {
                shapes.put(expression(table, each.getKey()), each.getValue());
            }
        }
        return shapes;
    }

    private String expression(StoredTable table, String stated) throws SQLException {
        Predicate<String> indexed = expression -> table.indexes().stream()
                .flatMap(index -> index.parts().stream())
                .anyMatch(part -> expression.equals(part.expression()));
        if (indexed.test(stated)) {
            return stated;
        }
        try (Replica replica = new Replica(connection, table.name())) {
            String printed = replica.printed(stated);
            if (indexed.test(printed)) {
                return printed;
            }
        }
        throw new StatisticsException(
                table.name(),
                stated,
                null,
                table.name().sql() + " has no index on " + stated
                        + ", so that PostgreSQL keeps no statistics of it. State columns, or expressions of indexes.");
    }

    private void addPartitions(StoredTable table, double rows, Map<String, ColumnShape> shapes) throws SQLException {
        List<StoredTable> partitions = tables.values().stream()
                .filter(each -> table.name().equals(each.parent()))
                .toList();
        double stated = partitions.stream()
                .map(each -> sizes.get(each.name()))
                .mapToDouble(size -> size == null ? 0 : size.rows())
                .sum();
        if (stated > rows) {
            throw new StatisticsException(
                    table.name(),
                    null,
                    "rows",
                    table.name().sql() + " cannot have " + ShapeRules.plain(rows) + " rows where its partitions have "
                            + ShapeRules.plain(stated) + ". Add these up.");
        }
        Map<QualifiedName, PartitionShares.Share> shares =
                new PartitionShares(connection, table, partitions, shapes).shares();
        double open = partitions.stream()
                .filter(each -> !sizes.containsKey(each.name()))
                .mapToDouble(each -> shares.getOrDefault(each.name(), PartitionShares.Share.NONE)
                        .rows())
                .sum();
        for (StoredTable partition : partitions) {
            PartitionShares.Share share = shares.getOrDefault(partition.name(), PartitionShares.Share.NONE);
            double part = Math.rint(open > 0 ? (rows - stated) * share.rows() / open : 0);
            add(partition, part, within(table, shapes, share, part));
        }
    }

    /** A partition has fewer of a column's values than the table, where it has only some rows. */
    private static Map<String, ColumnShape> within(
            StoredTable table, Map<String, ColumnShape> shapes, PartitionShares.Share share, double rows) {
        Map<String, ColumnShape> own = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> {
            Double distinct = shape.distinct();
            if (distinct != null && distinct > 0) {
                double met = Math.rint(distinct * -Math.expm1(-rows / distinct));
                distinct = Math.max(Math.min(Math.max(met, shape.common().size()), rows), 1);
            }
            own.put(
                    name,
                    new ColumnShape(
                            rows < 1 && distinct != null ? Double.valueOf(-1) : distinct,
                            shape.common(),
                            shape.nulls(),
                            shape.correlation(),
                            shape.width(),
                            shape.bounds()));
        });
        String key = table.keyColumn();
        if (key != null && !share.key().equals(ColumnShape.UNKNOWN)) {
            own.put(key, share.key());
        }
        return own;
    }

    private List<ColumnStatistics> columns(StoredTable table, Map<String, ColumnShape> shapes, double rows)
            throws SQLException {
        List<ColumnStatistics> columns = new ArrayList<>();
        for (StoredColumn column : table.columns()) {
            ColumnStatistics statistics = reckoner.reckon(new ColumnReckoner.Subject(
                    table.name(),
                    column,
                    column.name(),
                    shapes.getOrDefault(column.name(), ColumnShape.UNKNOWN),
                    rows,
                    table.partitioned(),
                    table.unique(part -> column.name().equals(part.column())),
                    referred(table, column.name())));
            if (statistics != null) {
                columns.add(statistics);
            }
        }
        return columns;
    }

    private @Nullable Double referred(StoredTable table, String column) {
        Optional<Table> described = catalog.table(table.name());
        for (Constraint constraint : described.map(Table::constraints).orElse(List.of())) {
            ForeignKey key = constraint.foreignKey();
            TableSize size = key == null ? null : sizes.get(key.table());
            if (size != null && constraint.columns().equals(List.of(column))) {
                return size.rows();
            }
        }
        return null;
    }

    private void addStored(StoredTable table, Map<String, ColumnShape> shapes, double rows, @Nullable Long stated)
            throws SQLException {
        List<ColumnStatistics> columns = columns(table, shapes, rows);
        Known known = new Known(reckoner, columns);
        boolean nulls = columns.stream().anyMatch(column -> column.nulls() > 0);
        long pages = stated == null ? HeapPages.of(table, rows, known::width, nulls) : stated;
        found.add(new RelationStatistics(table.name(), rows, pages, pages, null, columns));
        found.addAll(indexes.reckon(table, table.indexes(), shapes, columns, rows, pages));
    }
}
