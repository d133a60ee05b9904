package org.pgassay.postgres.plans;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.plan.ColumnStatistics;

/** Answers from a table's statistics what the length of its rows and of its indexes' keys is reckoned from. */
final class Known {

    private final ColumnReckoner reckoner;
    private final Map<String, ColumnStatistics> columns = new LinkedHashMap<>();

    Known(ColumnReckoner reckoner, List<ColumnStatistics> columns) {
        this.reckoner = reckoner;
        columns.forEach(column -> this.columns.put(column.column(), column));
    }

    List<ColumnStatistics> columns() {
        return List.copyOf(columns.values());
    }

    /** A value's bytes on average; null takes none. */
    double width(StoredColumn column) {
        return width(column, columns.get(column.name()));
    }

    private double width(StoredColumn column, @Nullable ColumnStatistics statistics) {
        return statistics == null ? reckoner.width(column) : statistics.width() * (1 - statistics.nulls());
    }

    OfIndex of(StoredIndex index, List<ColumnStatistics> expressions, double entries) {
        return new OfIndex(index, expressions, entries);
    }

    /** The same of an index's keys. */
    final class OfIndex {

        private final StoredIndex index;
        private final double entries;
        private final Map<Integer, ColumnStatistics> parts = new LinkedHashMap<>();

        private OfIndex(StoredIndex index, List<ColumnStatistics> expressions, double entries) {
            this.index = index;
            this.entries = entries;
            for (StoredIndex.Part part : index.parts()) {
                ColumnStatistics statistics = part.column() == null
                        ? expressions.stream()
                                .filter(each ->
                                        each.column().equals(part.stored().name()))
                                .findFirst()
                                .orElse(null)
                        : columns.get(part.column());
                if (statistics != null) {
                    parts.put(part.stored().number(), statistics);
                }
            }
        }

        double width(StoredColumn column) {
            return Known.this.width(column, parts.get(column.number()));
        }

        boolean nulls() {
            // A partial index mostly leaves the nulls out.
            return index.predicate() == null && parts.values().stream().anyMatch(each -> each.nulls() > 0.5);
        }

        /** How many different keys there are; each row has its own where a column is not known. */
        double distinct() {
            double distinct = 1;
            for (StoredIndex.Part part : index.parts().subList(0, index.keys())) {
                ColumnStatistics statistics = parts.get(part.stored().number());
                double count = statistics == null || statistics.distinct() == 0 ? -1 : statistics.distinct();
                distinct *= count < 0 ? -count * entries : count;
            }
            return Math.min(distinct, entries);
        }

        /** How many elements a value has, of the first key. */
        double elements() {
            ColumnStatistics statistics = parts.get(1);
            ColumnStatistics.Elements elements = statistics == null ? null : statistics.elements();
            if (elements == null || elements.counts().isEmpty()) {
                return IndexPages.ELEMENTS;
            }
            return elements.counts().get(elements.counts().size() - 1);
        }
    }
}
