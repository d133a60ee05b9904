package org.pgassay.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a spec states of a column's values; what is null it does not state.
 *
 * @param distinct how many values there are; below 0 a fraction of the rows, with its sign changed: -1 if each is unique
 * @param common how often values are met, 0 to 1, by value; of an array that is written without braces, how often the element
 * @param nulls the fraction that is null, 0 to 1
 * @param correlation between the order of the rows on disk and that of the values, -1 to 1
 * @param width in bytes, on average
 * @param bounds values that part the others into groups of equal size, the least first and the greatest last; two are spread
 *     evenly where the type allows; empty if none are stated
 */
public record ColumnShape(
        @Nullable Double distinct,
        Map<String, Double> common,
        @Nullable Double nulls,
        @Nullable Double correlation,
        @Nullable Integer width,
        List<String> bounds) {

    /** Copies the collections, keeping their order. */
    public ColumnShape {
        common = Collections.unmodifiableMap(new LinkedHashMap<>(common));
        bounds = List.copyOf(bounds);
    }

    /** What a column is of which nothing is stated. */
    public static final ColumnShape UNKNOWN = new ColumnShape(null, Map.of(), null, null, null, List.of());

    /** The same shape where there are only so many rows: each value may be in one of them. */
    ColumnShape within(double rows) {
        if (distinct == null || distinct <= rows) {
            return this;
        }
        return new ColumnShape(-1.0, common, nulls, correlation, width, bounds);
    }
}
