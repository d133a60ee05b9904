package org.pgassay.postgres.plans;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.plan.ColumnShape;
import org.pgassay.plan.ColumnStatistics;
import org.pgassay.plan.RelationStatistics;

/** Reckons the sizes of indexes from what is known of their table. */
final class IndexReckoner {

    private final Connection connection;
    private final ColumnReckoner reckoner;

    IndexReckoner(Connection connection, ColumnReckoner reckoner) {
        this.connection = connection;
        this.reckoner = reckoner;
    }

    /**
     * The statistics of indexes.
     *
     * @param indexes of the table, all or some
     * @param shapes what is stated of expressions, as PostgreSQL prints them
     * @param columns what is known of the table's columns
     */
    List<RelationStatistics> reckon(
            StoredTable table,
            List<StoredIndex> indexes,
            Map<String, ColumnShape> shapes,
            List<ColumnStatistics> columns,
            double rows,
            long pages)
            throws SQLException {
        Known known = new Known(reckoner, columns);
        Map<QualifiedName, Double> shares = shares(table, indexes, columns);
        List<RelationStatistics> found = new ArrayList<>();
        for (StoredIndex index : indexes) {
            double entries = rows * shares.getOrDefault(index.name(), 1.0);
            found.add(index(table, index, shapes, known, entries, pages));
        }
        return found;
    }

    /** How many of the rows each partial index has: what the planner itself would say. */
    private Map<QualifiedName, Double> shares(
            StoredTable table, List<StoredIndex> indexes, List<ColumnStatistics> columns) throws SQLException {
        Map<QualifiedName, Double> shares = new LinkedHashMap<>();
        if (indexes.stream().allMatch(index -> index.predicate() == null)) {
            return shares;
        }
        try (Replica replica = new Replica(connection, table.name())) {
            replica.describe(columns);
            for (StoredIndex index : indexes) {
                if (index.predicate() != null) {
                    shares.put(index.name(), replica.share(index.predicate()));
                }
            }
        }
        return shares;
    }

    private RelationStatistics index(
            StoredTable table,
            StoredIndex index,
            Map<String, ColumnShape> shapes,
            Known known,
            double entries,
            long heapPages)
            throws SQLException {
        List<ColumnStatistics> expressions = new ArrayList<>();
        for (StoredIndex.Part part : index.parts()) {
            String expression = part.expression();
            if (expression != null) {
                ColumnStatistics statistics = reckoner.reckon(new ColumnReckoner.Subject(
                        table.name(),
                        part.stored(),
                        expression,
                        shapes.getOrDefault(expression, ColumnShape.UNKNOWN),
                        entries,
                        false,
                        table.unique(key -> expression.equals(key.expression())),
                        null));
                if (statistics != null) {
                    expressions.add(statistics);
                }
            }
        }
        Known.OfIndex keys = known.of(index, expressions, entries);
        long pages = IndexPages.of(
                index,
                new IndexPages.Entries(entries, keys.distinct(), heapPages, keys.nulls(), keys.elements()),
                keys::width);
        Integer height =
                index.method().equals("btree") ? TreeHeight.of(pages, IndexPages.keyWidth(index, keys::width)) : null;
        return new RelationStatistics(index.name(), entries, pages, 0, height, expressions);
    }
}
