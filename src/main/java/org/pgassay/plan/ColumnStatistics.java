package org.pgassay.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the planner is to know of a column, or of an expression that an index has: a row of {@code pg_stats}.
 *
 * @param column its name; of an index's expression the name that {@code pg_attribute} gives it
 * @param inherited whether it is about the table together with its children
 * @param nulls the fraction that is null, 0 to 1
 * @param width of a value in bytes, on average
 * @param distinct how many values there are; below 0 a fraction of the rows, with its sign changed; 0 if it is not known
 * @param common the most common values, as an array constant; null if there are none
 * @param frequencies how often each of them is met, 0 to 1, the highest first
 * @param histogram values that part the others into groups of equal size, as an array constant; null if there are none
 * @param correlation between the order of the rows on disk and that of the values, -1 to 1; null if it is not known
 * @param elements of arrays, or lexemes; null where the values have none, or they are not known
 */
public record ColumnStatistics(
        String column,
        boolean inherited,
        double nulls,
        int width,
        double distinct,
        @Nullable String common,
        List<Double> frequencies,
        @Nullable String histogram,
        @Nullable Double correlation,
        @Nullable Elements elements) {

    /**
     * What is known of the elements of a column's values.
     *
     * @param common the most common ones, as an array constant; null if there are none
     * @param frequencies in which part of the rows each of them is; then the least and the greatest of these, and for arrays
     *     the part in which there is a null
     * @param counts how many different elements there are: bounds that part the rows into groups of equal size, the average
     *     last; empty if it is not known
     */
    public record Elements(@Nullable String common, List<Double> frequencies, List<Double> counts) {

        /** Copies the lists. */
        public Elements {
            frequencies = List.copyOf(frequencies);
            counts = List.copyOf(counts);
        }
    }

    /** Of a column whose values have no elements. */
    public ColumnStatistics(
            String column,
            boolean inherited,
            double nulls,
            int width,
            double distinct,
            @Nullable String common,
            List<Double> frequencies,
            @Nullable String histogram,
            @Nullable Double correlation) {
        this(column, inherited, nulls, width, distinct, common, frequencies, histogram, correlation, null);
    }

    /** Copies the list. */
    public ColumnStatistics {
        frequencies = List.copyOf(frequencies);
    }

    /** The same of a column of another name. */
    public ColumnStatistics named(String other) {
        return new ColumnStatistics(
                other, inherited, nulls, width, distinct, common, frequencies, histogram, correlation, elements);
    }
}
