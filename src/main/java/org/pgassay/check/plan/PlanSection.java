package org.pgassay.check.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.SourceText;

/**
 * Queries and what their plans must be.
 *
 * @param queryPlans by name, in the spec's order
 */
public record PlanSection(Map<String, QuerySpec> queryPlans) {

    /** Copies the map, keeping its order. */
    public PlanSection {
        queryPlans = Collections.unmodifiableMap(new LinkedHashMap<>(queryPlans));
    }

    /**
     * A query; what is null the spec does not say.
     *
     * @param params the values of its parameters; what is null there stands for null
     * @param at the sizes of tables in production, by name
     * @param statistics a file of a production database's statistics
     * @param as the role that it is planned as
     * @param measure how it is run over rows that are made for the purpose
     * @param servable whether indexes alone must be able to serve predicate and order, or must not
     */
    public record QuerySpec(
            Location location,
            SourceText sql,
            Map<String, Node> params,
            Map<String, SizeSpec> at,
            @Nullable SourceText statistics,
            @Nullable SourceText as,
            @Nullable ExpectSpec expect,
            @Nullable GrowthSpec grows,
            @Nullable MeasureSpec measure,
            @Nullable Boolean servable) {

        /** Copies the maps, keeping their order. */
        public QuerySpec {
            params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
            at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
        }
    }

    /** How many rows a table is given at most, and by what factor estimates may be off. */
    public record MeasureSpec(
            Location location,
            @Nullable Double rows,
            @Nullable Double factor) {}

    /** A table's size. */
    public record SizeSpec(
            Location location, Double rows, @Nullable Double pages, Map<String, ColumnSpec> columns) {

        /** Copies the map, keeping its order. */
        public SizeSpec {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }
    }

    /** A column's values. */
    public record ColumnSpec(
            Location location,
            @Nullable SourceText distinct,
            Map<String, Double> common,
            @Nullable Double nulls,
            @Nullable Double correlation,
            @Nullable Double width,
            List<SourceText> range,
            List<SourceText> bounds) {

        /** Copies the collections, keeping their order. */
        public ColumnSpec {
            common = Collections.unmodifiableMap(new LinkedHashMap<>(common));
            range = List.copyOf(range);
            bounds = List.copyOf(bounds);
        }
    }

    /**
     * What the plan must be.
     *
     * @param no kinds of step, or for each the tables that it must not be met on
     * @param joins the tables in the order that they are joined in
     * @param prunes for each partitioned table how many partitions are read at most, such as {@code 1} or {@code 1 of 12}
     * @param locks how rows are locked, such as {@code for update skip locked}
     */
    public record ExpectSpec(
            Location location,
            List<SourceText> uses,
            @Nullable Node no,
            @Nullable Double maxCost,
            @Nullable Double maxRows,
            List<SourceText> joins,
            @Nullable SourceText joinType,
            Map<String, SourceText> prunes,
            @Nullable SourceText locks) {

        /** Copies the collections, keeping their order. */
        public ExpectSpec {
            uses = List.copyOf(uses);
            joins = List.copyOf(joins);
            prunes = Collections.unmodifiableMap(new LinkedHashMap<>(prunes));
        }
    }

    /**
     * How the cost may grow with a table.
     *
     * @param table the table; null for the largest
     * @param rows sizes that it is tried at
     */
    public record GrowthSpec(Location location, @Nullable SourceText table, List<Double> rows, Order cost) {

        /** Copies the list. */
        public GrowthSpec {
            rows = List.copyOf(rows);
        }
    }

    /** How a cost grows with the number of rows. */
    public enum Order {
        CONSTANT,
        LOGARITHMIC,
        LINEAR
    }
}
