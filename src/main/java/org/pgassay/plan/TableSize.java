package org.pgassay.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;

/**
 * What a spec states of a table in production.
 *
 * @param pages of 8 kB; null where they are to be reckoned from the rows and their width
 * @param columns by name, or by the expression of an index; what is missing is not known
 */
public record TableSize(
        QualifiedName table, double rows, @Nullable Long pages, Map<String, ColumnShape> columns) {

    /** Copies the map, keeping its order. */
    public TableSize {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** The same table with another number of rows; no column has more values than these. */
    public TableSize withRows(double other) {
        Map<String, ColumnShape> shapes = new LinkedHashMap<>();
        columns.forEach((name, shape) -> shapes.put(name, shape.within(other)));
        return new TableSize(table, other, null, shapes);
    }
}
