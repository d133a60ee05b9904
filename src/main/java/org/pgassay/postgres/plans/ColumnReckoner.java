package org.pgassay.postgres.plans;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.plan.ColumnShape;
import org.pgassay.plan.ColumnStatistics;
import org.pgassay.plan.StatisticsException;

/** Reckons from what is stated of a column, and from what the schema says of it, what ANALYZE would find. */
final class ColumnReckoner {

    private static final Set<String> WHOLE = Set.of("int2", "int4", "int8", "date");

    /** Parts that add up to more leave no room for another value. */
    private static final double ALL = 1 - 1e-6;

    private final Connection connection;
    private final int bytesOfCharacter;

    ColumnReckoner(Connection connection) throws SQLException {
        this.connection = connection;
        this.bytesOfCharacter = bytesOfCharacter(connection);
    }

    private static int bytesOfCharacter(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select"
                        + " pg_catalog.pg_encoding_max_length(encoding) from pg_catalog.pg_database"
                        + " where datname = pg_catalog.current_database()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /**
     * A column of which something may be known.
     *
     * @param stated the key under which the spec has it
     * @param shape what it states
     * @param rows of the table, or of its partition
     * @param inherited whether it is about a table with its partitions
     * @param unique whether the schema makes its values unique
     * @param referred how many rows the table has to which it refers; null if that is not known, or it refers to none
     */
    record Subject(
            QualifiedName table,
            StoredColumn column,
            String stated,
            ColumnShape shape,
            double rows,
            boolean inherited,
            boolean unique,
            @Nullable Double referred) {

        /** Whether what is common are elements of the values. */
        boolean elements() {
            return column.is("tsvector")
                    || (column.category() == 'A'
                            && shape.common().keySet().stream().noneMatch(value -> value.startsWith("{")));
        }
    }

    /** The width of a column of which nothing is known. */
    int width(StoredColumn column) {
        return column.averageWidth(bytesOfCharacter);
    }

    /**
     * What ANALYZE would find; null if nothing is known.
     *
     * @throws StatisticsException if it cannot be
     */
    @Nullable
    ColumnStatistics reckon(Subject subject) throws SQLException {
        ColumnShape shape = subject.shape();
        ShapeRules.check(
                subject.table(),
                subject.stated(),
                shape,
                subject.rows(),
                subject.column().notNull(),
                subject.elements());
        double distinct = distinct(subject);
        if (distinct == 0 && shape.equals(ColumnShape.UNKNOWN)) {
            return null;
        }
        Values values = values(subject, distinct);
        double nulls = shape.nulls() == null ? 0 : shape.nulls();
        return new ColumnStatistics(
                subject.column().name(),
                subject.inherited(),
                nulls,
                values.width(),
                values.distinct(),
                values.common(),
                values.frequencies(),
                values.histogram(),
                shape.correlation(),
                subject.elements() ? elements(subject) : null);
    }

    private static double distinct(Subject subject) {
        ColumnShape shape = subject.shape();
        double present = 1 - (shape.nulls() == null ? 0 : shape.nulls());
        if (shape.distinct() != null) {
            return shape.distinct() < 0 ? Math.max(shape.distinct(), -present) : shape.distinct();
        }
        if (subject.unique()) {
            return -present;
        }
        if (subject.column().is("bool")) {
            return 2;
        }
        if (subject.column().labels() > 0) {
            return subject.column().labels();
        }
        double common = shape.common().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        if (!subject.elements() && !shape.common().isEmpty() && common >= present * ALL) {
            return shape.common().size();
        }
        if (subject.referred() != null && subject.referred() > 0) {
            return subject.referred() < subject.rows() * present ? subject.referred() : -present;
        }
        return 0;
    }

    private record Values(
            int width,
            double distinct,
            @Nullable String common,
            List<Double> frequencies,
            @Nullable String histogram) {}

    private Values values(Subject subject, double distinct) throws SQLException {
        ColumnShape shape = subject.shape();
        ServerValues server = new ServerValues(
                connection, subject.table(), subject.stated(), subject.column().type());
        int width = shape.width() == null ? width(subject.column()) : shape.width();
        Collection<String> common =
                subject.elements() ? List.of() : shape.common().keySet();
        if (!common.isEmpty() || !shape.bounds().isEmpty()) {
            List<String> all = new ArrayList<>(common);
            all.addAll(shape.bounds());
            int found = (int) Math.round(server.width(all));
            if (shape.width() == null && subject.column().varies()) {
                width = Math.max(1, found);
            }
        }
        if (!shape.bounds().isEmpty()) {
            server.checkOrder(shape.bounds());
        }
        List<Map.Entry<String, Double>> ordered = subject.elements()
                ? List.of()
                : shape.common().entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                        .toList();
        if (ordered.isEmpty() && shape.bounds().size() == 2) {
            return range(server, subject, width, distinct);
        }
        return new Values(
                width,
                distinct,
                ordered.isEmpty()
                        ? null
                        : ServerValues.array(
                                ordered.stream().map(Map.Entry::getKey).toList()),
                ordered.stream().map(Map.Entry::getValue).toList(),
                histogram(server, subject, ServerValues.GROUPS));
    }

    /** Where a column has few whole numbers or days, ANALYZE lists them all as common. */
    private Values range(ServerValues server, Subject subject, int width, double distinct) throws SQLException {
        ColumnShape shape = subject.shape();
        if (WHOLE.contains(String.valueOf(subject.column().baseType()))) {
            List<Double> ends = server.positions(subject.column().category(), shape.bounds());
            double unit = subject.column().is("date") ? 86_400 : 1;
            double count = (ends.get(1) - ends.get(0)) / unit + 1;
            if (count <= ServerValues.GROUPS && (distinct == 0 || distinct == count)) {
                double each = (1 - (shape.nulls() == null ? 0 : shape.nulls())) / count;
                int steps = (int) Math.max(1, count - 1);
                String all = count == 1
                        ? ServerValues.array(shape.bounds().subList(0, 1))
                        : server.spread(
                                subject.column(),
                                shape.bounds().get(0),
                                shape.bounds().get(1),
                                steps);
                return new Values(width, count, all, java.util.Collections.nCopies((int) count, each), null);
            }
        }
        return new Values(width, distinct, null, List.of(), histogram(server, subject, ServerValues.GROUPS));
    }

    private static @Nullable String histogram(ServerValues server, Subject subject, int groups) throws SQLException {
        List<String> bounds = subject.shape().bounds();
        if (bounds.isEmpty()) {
            return null;
        }
        if (bounds.size() > 2) {
            return ServerValues.array(bounds);
        }
        String spread = server.spread(subject.column(), bounds.get(0), bounds.get(1), groups);
        return spread == null ? ServerValues.array(bounds) : spread;
    }

    /** In pg_statistic elements stand in their own order, and not by how common they are. */
    private ColumnStatistics.@Nullable Elements elements(Subject subject) throws SQLException {
        Map<String, Double> common = subject.shape().common();
        if (common.isEmpty()) {
            return null;
        }
        boolean text = subject.column().is("tsvector");
        String type = text ? "text" : subject.column().type().replaceFirst("\\[\\]$", "");
        ServerValues server = new ServerValues(connection, subject.table(), subject.stated(), type);
        List<String> given = List.copyOf(common.keySet());
        server.width(given);
        List<String> ordered = new ArrayList<>();
        String order = text ? "pg_catalog.octet_length(v::text), v::text collate \"C\"" : "v";
        try (PreparedStatement statement = connection.prepareStatement("select n from pg_catalog.unnest(cast(? as "
                + type + "[])) with ordinality u (v, n) order by " + order)) {
            statement.setString(1, ServerValues.array(given));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ordered.add(given.get(row.getInt(1) - 1));
                }
            }
        }
        List<Double> frequencies = new ArrayList<>();
        ordered.forEach(element -> frequencies.add(common.getOrDefault(element, 0.0)));
        double least =
                frequencies.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double greatest =
                frequencies.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        frequencies.add(least);
        frequencies.add(greatest);
        if (!text) {
            frequencies.add(0.0);
        }
        return new ColumnStatistics.Elements(ServerValues.array(ordered), frequencies, List.of());
    }
}
