package org.pgassay.probe.concurrency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Contention.Queue;
import org.pgassay.check.Names;
import org.pgassay.check.UntriedException;
import org.pgassay.postgres.rows.RowSynthesizer;
import org.pgassay.postgres.server.Database;
import org.pgassay.probe.Bench;
import org.pgassay.probe.TenantContext;
import org.pgassay.rows.Outcome;
import org.pgassay.rows.Row;
import org.pgassay.rows.SampleRows;
import org.pgassay.spec.Node;
import org.pgassay.spec.SourceText;

/**
 * The jobs that were made up, all of one tenant where the spec says how the application works for one.
 *
 * @param keyColumns the columns of the table's primary key
 * @param keys the jobs, each by the values of these
 * @param tenant the values of the tenant columns
 */
record Jobs(List<String> keyColumns, Set<List<@Nullable String>> keys, Map<String, @Nullable String> tenant) {

    /** How many rows are made one by one; all others are copies of these where the table takes copies. */
    private static final int ORIGINALS = 4;

    Jobs {
        keyColumns = List.copyOf(keyColumns);
        keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
        tenant = Collections.unmodifiableMap(new LinkedHashMap<>(tenant));
    }

    /** Makes the jobs of a queue. */
    static Jobs make(Bench bench, Database database, Queue queue) throws SQLException {
        try (Connection connection = bench.open(database)) {
            connection.setAutoCommit(false);
            Map<String, SampleRows.Sample> fixed = new LinkedHashMap<>();
            queue.values().forEach((column, value) -> fixed.put(column, sample(value)));
            List<Row> rows = new ArrayList<>(rows(bench, connection, queue, fixed, 1));
            Row first = rows.get(0);
            if (first.key().isEmpty()) {
                throw new UntriedException(
                        "the table " + queue.table().sql() + " has no primary key, so its jobs cannot be told apart",
                        "Give it a primary key.");
            }
            Map<String, @Nullable String> tenant = tenant(bench, connection, queue, first, fixed);
            rows.addAll(rows(bench, connection, queue, fixed, Math.min(ORIGINALS, queue.jobs()) - 1));
            Set<List<@Nullable String>> keys = new LinkedHashSet<>();
            Optional<List<List<@Nullable String>>> copies = copies(bench, connection, queue, rows, fixed.keySet());
            if (copies.isPresent()) {
                keys.addAll(copies.get());
            } else {
                rows.addAll(rows(bench, connection, queue, fixed, queue.jobs() - rows.size()));
            }
            rows.forEach(row -> keys.add(new ArrayList<>(row.key().values())));
            connection.commit();
            return new Jobs(List.copyOf(first.key().keySet()), keys, tenant);
        }
    }

    /** Copies of the rows that are there, as many as are missing. */
    private static Optional<List<List<@Nullable String>>> copies(
            Bench bench, Connection connection, Queue queue, List<Row> rows, Set<String> kept) throws SQLException {
        Table table = bench.catalog().table(queue.table()).orElseThrow();
        return new Copies(table, kept).make(connection, rows, queue.jobs() - rows.size());
    }

    private static SampleRows.Sample sample(SourceText value) {
        boolean number = value.source().type() == Node.Scalar.Type.NUMBER;
        String text = number ? value.text().replace("_", "") : value.text();
        return new SampleRows.Sample(value.location(), List.of(text), false);
    }

    private static List<Row> rows(
            Bench bench, Connection connection, Queue queue, Map<String, SampleRows.Sample> fixed, int count)
            throws SQLException {
        Map<QualifiedName, Map<String, SampleRows.Sample>> samples =
                new LinkedHashMap<>(bench.samples().tables());
        Map<String, SampleRows.Sample> own = new LinkedHashMap<>(samples.getOrDefault(queue.table(), Map.of()));
        own.putAll(fixed);
        samples.put(queue.table(), own);
        Outcome outcome = RowSynthesizer.over(connection, bench.catalog(), new SampleRows(samples), bench.seed())
                .rows(queue.table(), count);
        if (outcome instanceof Outcome.Obstacle obstacle) {
            throw new UntriedException(
                    "no further job could be made up: " + obstacle.message(),
                    obstacle.suggestion().isEmpty()
                            ? "State values under which the table takes so many rows."
                            : "State under behaviour: " + obstacle.suggestion());
        } else if (outcome instanceof Outcome.Skipped skipped) {
            throw new UntriedException("no job could be made up: " + skipped.reason(), "Name the table of the jobs.");
        }
        return outcome.rows();
    }

    /** The tenant of the first job, which all further ones get too: a worker sees those of its own tenant only. */
    private static Map<String, @Nullable String> tenant(
            Bench bench, Connection connection, Queue queue, Row first, Map<String, SampleRows.Sample> fixed)
            throws SQLException {
        Map<String, @Nullable String> tenant = new LinkedHashMap<>();
        Optional<TenantContext> context = bench.context();
        if (context.isEmpty()) {
            return tenant;
        }
        Map<String, String> columns = context.get().columns();
        for (String column : columns.keySet()) {
            String value = first.values().get(column);
            if (value != null) {
                tenant.put(column, value);
                fixed.putIfAbsent(column, new SampleRows.Sample(queue.at(), List.of(value), false));
            }
        }
        Map<String, @Nullable String> above = new LinkedHashMap<>();
        for (String column : columns.keySet()) {
            if (!tenant.containsKey(column)) {
                above.put(column, above(bench, connection, column, columns, tenant));
            }
        }
        tenant.putAll(above);
        return tenant;
    }

    /** The value of a tenant column that the jobs do not have, from the row that another one of theirs refers to. */
    private static @Nullable String above(
            Bench bench,
            Connection connection,
            String wanted,
            Map<String, String> columns,
            Map<String, @Nullable String> tenant)
            throws SQLException {
        Names names = new Names(bench.schemas());
        for (Map.Entry<String, @Nullable String> known : tenant.entrySet()) {
            String root = columns.getOrDefault(known.getKey(), "");
            int dot = root.lastIndexOf('.');
            Optional<Table> table =
                    dot < 0 ? Optional.empty() : bench.catalog().table(names.resolve(root.substring(0, dot)));
            if (table.isPresent() && table.get().column(wanted).isPresent()) {
                String key = Identifiers.quote(root.substring(dot + 1));
                String sql = "select " + Identifiers.quote(wanted) + "::text from "
                        + table.get().name().sql() + " where " + key + "::text = ?";
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setString(1, known.getValue());
                    try (ResultSet row = statement.executeQuery()) {
                        if (row.next()) {
                            return row.getString(1);
                        }
                    }
                }
            }
        }
        return null;
    }
}
