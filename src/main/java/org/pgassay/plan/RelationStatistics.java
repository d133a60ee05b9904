package org.pgassay.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;

/**
 * What the planner is to know of a table, a materialized view or an index, as {@code pg_class} and {@code pg_statistic} hold
 * it.
 *
 * @param tuples how many live rows, or entries of an index; estimated
 * @param pages of 8 kB that its file has
 * @param allVisible how many of these hold only rows that everybody sees; what lets an index-only scan pass them by
 * @param height how many levels a B-tree has above its leaves; null where it is no such index, or is not known
 */
public record RelationStatistics(
        QualifiedName relation,
        double tuples,
        long pages,
        long allVisible,
        @Nullable Integer height,
        List<ColumnStatistics> columns) {

    /** Copies the list. */
    public RelationStatistics {
        columns = List.copyOf(columns);
        if (tuples < 0 || pages < 0 || allVisible < 0 || allVisible > pages) {
            throw new IllegalArgumentException(relation.sql() + " cannot have " + tuples + " rows in " + pages
                    + " pages, of which " + allVisible + " are all visible");
        }
    }
}
