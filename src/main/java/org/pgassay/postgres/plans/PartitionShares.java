package org.pgassay.postgres.plans;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.plan.ColumnShape;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/** Spreads a table's rows over its partitions: by what is stated of the key, otherwise evenly. */
final class PartitionShares {

    private final Connection connection;
    private final StoredTable parent;
    private final List<StoredTable> partitions;
    private final ColumnShape key;

    /**
     * Of a table.
     *
     * @param partitions its own, not those of these
     * @param shapes of its columns
     */
    PartitionShares(
            Connection connection, StoredTable parent, List<StoredTable> partitions, Map<String, ColumnShape> shapes) {
        this.connection = connection;
        this.parent = parent;
        this.partitions = partitions;
        this.key = shapes.getOrDefault(String.valueOf(parent.keyColumn()), ColumnShape.UNKNOWN);
    }

    /**
     * What a partition has.
     *
     * @param rows as a part of the table's
     * @param key what its key's values are
     */
    record Share(double rows, ColumnShape key) {

        /** Of a partition that has no rows. */
        static final Share NONE = new Share(0, ColumnShape.UNKNOWN);
    }

    /** The shares; they add up to 1. */
    Map<QualifiedName, Share> shares() throws SQLException {
        Optional<StoredColumn> column =
                parent.keyColumn() == null ? Optional.empty() : parent.column(parent.keyColumn());
        Map<QualifiedName, Share> shares;
        if (column.isPresent() && "r".equals(parent.strategy())) {
            shares = ranges(column.get());
        } else if (column.isPresent() && "l".equals(parent.strategy())) {
            shares = lists();
        } else {
            shares = evenly();
        }
        return whole(shares);
    }

    private Map<QualifiedName, Share> evenly() {
        Map<QualifiedName, Share> shares = new LinkedHashMap<>();
        long count = partitions.stream().filter(each -> !isDefault(each)).count();
        partitions.forEach(each ->
                shares.put(each.name(), new Share(isDefault(each) && count > 0 ? 0 : 1.0 / Math.max(1, count), key)));
        return shares;
    }

    private static boolean isDefault(StoredTable partition) {
        return "DEFAULT".equals(partition.bound());
    }

    private static Map<QualifiedName, Share> whole(Map<QualifiedName, Share> shares) {
        double sum = shares.values().stream().mapToDouble(Share::rows).sum();
        Map<QualifiedName, Share> whole = new LinkedHashMap<>();
        shares.forEach((name, share) ->
                whole.put(name, new Share(sum > 0 ? share.rows() / sum : 1.0 / shares.size(), share.key())));
        return whole;
    }

    /** The values of a bound's parentheses: FOR VALUES FROM (…) TO (…), or IN (…); null stands for what is no value. */
    private static List<@Nullable String> values(StoredTable partition) {
        List<@Nullable String> values = new ArrayList<>();
        for (Token token : SqlLexer.tokens(String.valueOf(partition.bound()))) {
            if (token.depth() == 0) {
                continue;
            }
            if (token.kind() == Token.Kind.STRING) {
                values.add(token.text().substring(1, token.text().length() - 1).replace("''", "'"));
            } else if (token.kind() == Token.Kind.NUMBER || token.is("true") || token.is("false")) {
                values.add(token.text());
            } else if (token.kind() == Token.Kind.WORD) {
                values.add(null);
            }
        }
        return values;
    }

    private Map<QualifiedName, Share> lists() {
        Map<QualifiedName, Share> shares = new LinkedHashMap<>();
        long others = partitions.stream()
                .flatMap(each -> values(each).stream())
                .filter(value -> value != null && !key.common().containsKey(value))
                .count();
        double common =
                key.common().values().stream().mapToDouble(Double::doubleValue).sum();
        double ofOther = others == 0 ? 0 : Math.max(0, 1 - common) / others;
        for (StoredTable partition : partitions) {
            Map<String, Double> held = new LinkedHashMap<>();
            values(partition).forEach(value -> {
                if (value != null) {
                    held.put(value, key.common().getOrDefault(value, ofOther));
                }
            });
            double rows =
                    held.values().stream().mapToDouble(Double::doubleValue).sum();
            held.replaceAll((value, part) -> rows > 0 ? part / rows : 1.0 / held.size());
            shares.put(
                    partition.name(),
                    new Share(
                            rows,
                            held.isEmpty()
                                    ? ColumnShape.UNKNOWN
                                    : new ColumnShape(null, held, null, key.correlation(), key.width(), List.of())));
        }
        return shares;
    }

    private Map<QualifiedName, Share> ranges(StoredColumn column) throws SQLException {
        ServerValues server = new ServerValues(connection, parent.name(), column.name(), column.type());
        List<Double> stated = key.bounds().isEmpty() ? List.of() : server.positions(column.category(), key.bounds());
        if (stated.isEmpty()) {
            return evenly();
        }
        Map<QualifiedName, Share> shares = new LinkedHashMap<>();
        double rest = 1;
        for (StoredTable partition : partitions) {
            if (isDefault(partition)) {
                continue;
            }
            List<@Nullable String> ends = values(partition);
            List<String> known = ends.stream()
                    .filter(each -> each != null)
                    .map(String::valueOf)
                    .toList();
            List<Double> found = server.positions(column.category(), known);
            int next = 0;
            double from = ends.get(0) == null ? Double.NEGATIVE_INFINITY : found.get(next++);
            double to = ends.get(1) == null ? Double.POSITIVE_INFINITY : found.get(next);
            double rows = below(stated, to) - below(stated, from);
            rest -= rows;
            shares.put(partition.name(), new Share(rows, within(stated, from, to, ends, rows)));
        }
        for (StoredTable partition : partitions) {
            if (isDefault(partition)) {
                shares.put(partition.name(), new Share(Math.max(0, rest), ColumnShape.UNKNOWN));
            }
        }
        return shares;
    }

    /** The part of the values below a position, between bounds of groups of equal size. */
    private static double below(List<Double> bounds, double position) {
        int groups = bounds.size() - 1;
        double part = 0;
        for (int group = 0; group < groups; group++) {
            double low = bounds.get(group);
            double high = bounds.get(group + 1);
            part += high > low ? Math.max(0, Math.min(1, (position - low) / (high - low))) : position > low ? 1 : 0;
        }
        return part / groups;
    }

    private ColumnShape within(List<Double> stated, double from, double to, List<@Nullable String> ends, double rows) {
        List<String> bounds = new ArrayList<>();
        String low = ends.get(0);
        String high = ends.get(1);
        if (low != null && from > stated.get(0)) {
            bounds.add(low);
        }
        for (int at = 0; at < stated.size(); at++) {
            if (stated.get(at) >= from && stated.get(at) <= to) {
                bounds.add(key.bounds().get(at));
            }
        }
        if (high != null && to < stated.get(stated.size() - 1)) {
            bounds.add(high);
        }
        Double distinct = key.distinct() == null || key.distinct() < 0
                ? key.distinct()
                : Double.valueOf(Math.max(1, Math.rint(key.distinct() * rows)));
        return new ColumnShape(
                distinct,
                Map.of(),
                key.nulls(),
                key.correlation(),
                key.width(),
                bounds.size() < 2 || rows <= 0 ? List.of() : bounds);
    }
}
