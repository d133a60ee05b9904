package org.pgassay.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;

/**
 * Statistics of a database in production, as {@code pg_dump --statistics-only} of PostgreSQL 18 writes them: calls of
 * {@code pg_restore_relation_stats} and {@code pg_restore_attribute_stats}. Nothing of it is run.
 *
 * @param relations that were analyzed; without their columns
 */
public record StatisticsFile(List<RelationStatistics> relations, List<Attribute> attributes) {

    /**
     * What is known of a column.
     *
     * @param number of the column where the file does not name it, as of an index's expression; otherwise null
     * @param statistics whose {@code column} is empty where the file does not name it
     */
    public record Attribute(
            QualifiedName relation, @Nullable Integer number, ColumnStatistics statistics) {}

    /** Copies the lists. */
    public StatisticsFile {
        relations = List.copyOf(relations);
        attributes = List.copyOf(attributes);
    }

    private static final Set<String> OF_RELATION =
            Set.of("version", "schemaname", "relname", "relpages", "reltuples", "relallvisible", "relallfrozen");

    /** The ranges' statistics are read, and passed over: the simulation does not write them. */
    private static final Set<String> OF_ATTRIBUTE = Set.of(
            "version",
            "schemaname",
            "relname",
            "attname",
            "attnum",
            "inherited",
            "null_frac",
            "avg_width",
            "n_distinct",
            "most_common_vals",
            "most_common_freqs",
            "histogram_bounds",
            "correlation",
            "most_common_elems",
            "most_common_elem_freqs",
            "elem_count_histogram",
            "range_length_histogram",
            "range_empty_frac",
            "range_bounds_histogram");

    /**
     * Reads a file.
     *
     * @throws StatisticsFileException if it is something else, or ends too early
     */
    public static StatisticsFile read(String text) {
        List<RelationStatistics> relations = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        for (StatisticsCalls.Call call : StatisticsCalls.of(text)) {
            Arguments arguments = new Arguments(call);
            if (call.function().equals(StatisticsCalls.RELATION)) {
                arguments.allow(OF_RELATION);
                RelationStatistics relation = arguments.relation();
                if (relation != null) {
                    relations.add(relation);
                }
            } else {
                arguments.allow(OF_ATTRIBUTE);
                attributes.add(arguments.attribute());
            }
        }
        if (relations.isEmpty()) {
            throw new StatisticsFileException(
                    1, "the file has no statistics of a table. Run pg_dump --statistics-only on an analyzed database.");
        }
        return new StatisticsFile(relations, attributes);
    }

    /** The arguments of one call. */
    private static final class Arguments {

        private final int line;
        private final Map<String, @Nullable String> values;

        private Arguments(StatisticsCalls.Call call) {
            this.line = call.line();
            this.values = call.arguments();
        }

        private StatisticsFileException fault(String message) {
            return new StatisticsFileException(line, message);
        }

        private void allow(Set<String> names) {
            for (String name : values.keySet()) {
                if (!names.contains(name)) {
                    throw fault("there is no statistic " + name + " known here. Take a file of pg_dump 18.");
                }
            }
        }

        private QualifiedName name() {
            return new QualifiedName(required("schemaname"), required("relname"));
        }

        private String required(String name) {
            String value = values.get(name);
            if (value == null) {
                throw fault("the statistic " + name + " is missing.");
            }
            return value;
        }

        /** Null of a relation that nobody ever analyzed. */
        private @Nullable RelationStatistics relation() {
            QualifiedName name = name();
            double tuples = number("reltuples", -1);
            if (tuples < 0) {
                return null;
            }
            long pages = Math.max(0, whole("relpages"));
            long visible = Math.max(0, Math.min(pages, whole("relallvisible")));
            return new RelationStatistics(name, tuples, pages, visible, null, List.of());
        }

        private Attribute attribute() {
            QualifiedName relation = name();
            String column = values.get("attname");
            Integer number = column == null ? Integer.valueOf((int) whole("attnum")) : null;
            if (number != null && number < 1) {
                throw fault("neither attname nor attnum says which column of " + relation.sql() + " it is.");
            }
            List<Double> frequencies = numbers("most_common_freqs");
            String common = values.get("most_common_vals");
            if ((common == null) != frequencies.isEmpty()) {
                throw fault("most_common_vals and most_common_freqs of " + relation.sql() + " belong together.");
            }
            return new Attribute(
                    relation,
                    number,
                    new ColumnStatistics(
                            column == null ? "" : column,
                            truth("inherited"),
                            part("null_frac"),
                            (int) Math.max(0, Math.min(Integer.MAX_VALUE, whole("avg_width"))),
                            number("n_distinct", 0),
                            common,
                            frequencies,
                            values.get("histogram_bounds"),
                            values.get("correlation") == null ? null : number("correlation", 0),
                            elements()));
        }

        private ColumnStatistics.@Nullable Elements elements() {
            String common = values.get("most_common_elems");
            return common == null
                    ? null
                    : new ColumnStatistics.Elements(
                            common, numbers("most_common_elem_freqs"), numbers("elem_count_histogram"));
        }

        private boolean truth(String name) {
            String value = values.get(name);
            return value != null && List.of("t", "true").contains(value.toLowerCase(Locale.ROOT));
        }

        private double part(String name) {
            double part = number(name, 0);
            if (part < 0 || part > 1) {
                throw fault(name + " is " + part + ", which is no part from 0 to 1.");
            }
            return part;
        }

        private long whole(String name) {
            return (long) number(name, 0);
        }

        private double number(String name, double otherwise) {
            String value = values.get(name);
            return value == null ? otherwise : number(name, value);
        }

        private double number(String name, String value) {
            try {
                double number = Double.parseDouble(value);
                if (!Double.isNaN(number) && !Double.isInfinite(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw fault(name + " is '" + value + "', which is no number.");
            }
            throw fault(name + " is '" + value + "', which is no number.");
        }

        private List<Double> numbers(String name) {
            String value = values.get(name);
            if (value == null) {
                return List.of();
            }
            if (!value.startsWith("{") || !value.endsWith("}")) {
                throw fault(name + " is '" + value + "', which is no list of numbers.");
            }
            List<Double> numbers = new ArrayList<>();
            String inner = value.substring(1, value.length() - 1);
            for (String each : inner.isEmpty() ? new String[0] : inner.split(",", -1)) {
                numbers.add(number(name, each));
            }
            return numbers;
        }
    }
}
