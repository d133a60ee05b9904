package org.pgassay.probe.concurrency;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Contention.Part;
import org.pgassay.check.Contention.Queue;
import org.pgassay.check.UntriedException;
import org.pgassay.probe.TenantContext;
import org.pgassay.sql.NamedParameters;

/**
 * A connection that claims jobs, completes them and commits, until it is given none. Its first claim stays open until a
 * gate is opened; while it waits there, another thread may use its connection.
 */
final class Worker implements Callable<Boolean> {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

    private final Connection connection;
    private final Queue queue;
    private final Jobs jobs;
    private final Optional<TenantContext> context;
    private final Ledger ledger;
    private final CountDownLatch gate;
    private final long deadline;
    private final int process;
    private volatile boolean reported;
    private volatile boolean dead;
    private volatile List<Job> held = List.of();

    /**
     * A worker.
     *
     * @param connection which the worker switches to transactions
     * @param gate that its first claim is open until
     * @param deadline of {@link System#nanoTime()}, after which it gives up
     */
    Worker(
            Connection connection,
            Queue queue,
            Jobs jobs,
            Optional<TenantContext> context,
            Ledger ledger,
            CountDownLatch gate,
            long deadline)
            throws SQLException {
        this.connection = connection;
        this.queue = queue;
        this.jobs = jobs;
        this.context = context;
        this.ledger = ledger;
        this.gate = gate;
        this.deadline = deadline;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_catalog.pg_backend_pid()")) {
            row.next();
            this.process = row.getInt(1);
        }
        connection.setAutoCommit(false);
    }

    /**
     * What a claim gave.
     *
     * @param key the values of the primary key
     * @param columns all that the claim returned, by name
     */
    record Job(List<@Nullable String> key, Map<String, @Nullable String> columns) {}

    /** What came of claiming. */
    private enum Turn {
        DONE,
        NOTHING,
        TRY_AGAIN
    }

    Connection connection() {
        return connection;
    }

    /** The server process of the connection. */
    int process() {
        return process;
    }

    /** Whether the first claim has come to an end. */
    boolean reported() {
        return reported;
    }

    /** What the first claim gave. */
    List<Job> held() {
        return held;
    }

    /** Says that the connection is gone, so that nothing is done behind the gate. */
    void die() {
        dead = true;
    }

    @Override
    public Boolean call() throws SQLException, InterruptedException {
        try {
            Optional<List<Job>> first = claimed();
            held = first.orElse(List.of());
            reported = true;
            gate.await();
            if (!dead) {
                if (!held.isEmpty()) {
                    finish(held);
                } else {
                    connection.rollback();
                }
                drain();
            }
            return true;
        } catch (SQLException | RuntimeException e) {
            ledger.stop();
            release(e);
            throw e;
        } finally {
            reported = true;
        }
    }

    /** The others need not wait for what this one holds. */
    private void release(Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Claims and completes until nothing is left. */
    void drain() throws SQLException {
        Turn turn = Turn.DONE;
        while (turn != Turn.NOTHING && !ledger.stopped()) {
            if (System.nanoTime() > deadline) {
                throw new UntriedException(
                        "the workers were not done in the time that is waited for", "State fewer jobs.");
            } else if (turn == Turn.TRY_AGAIN) {
                LockSupport.parkNanos(PAUSE);
            }
            turn = turn();
        }
    }

    private Turn turn() throws SQLException {
        Optional<List<Job>> claimed = claimed();
        if (claimed.isEmpty()) {
            return Turn.TRY_AGAIN;
        } else if (claimed.get().isEmpty()) {
            connection.rollback();
            return Turn.NOTHING;
        }
        return finish(claimed.get()) ? Turn.DONE : Turn.TRY_AGAIN;
    }

    /** What a claim gives; nothing if it is to be tried again. */
    private Optional<List<Job>> claimed() throws SQLException {
        try {
            if (context.isPresent()) {
                context.get().enter(connection, jobs.tenant());
            }
            return Optional.of(given());
        } catch (SQLException e) {
            letPass(Part.CLAIM, e);
            return Optional.empty();
        }
    }

    private void letPass(Part part, SQLException e) throws SQLException {
        if (!WorkRefusedException.passing(e)) {
            throw WorkRefusedException.of(part, e);
        }
        connection.rollback();
    }

    private List<Job> given() throws SQLException {
        List<Job> given = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            boolean rows = statement.execute(queue.claim().with(new LinkedHashMap<>(queue.params())));
            List<String> names = new ArrayList<>();
            if (rows) {
                ResultSetMetaData columns = statement.getResultSet().getMetaData();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    names.add(columns.getColumnLabel(i));
                }
            }
            for (String column : jobs.keyColumns()) {
                if (!names.contains(column)) {
                    throw new UntriedException(
                            "the claim returns no column " + Identifiers.quote(column)
                                    + ", which is of the primary key, so which jobs it gives cannot be told",
                            "Let it return the primary key: select it, or add it behind RETURNING.");
                }
            }
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    given.add(job(result, names));
                }
            }
        }
        return given;
    }

    private Job job(ResultSet result, List<String> names) throws SQLException {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(names.get(i), result.getString(i + 1));
        }
        List<@Nullable String> key = new ArrayList<>();
        jobs.keyColumns().forEach(column -> key.add(columns.get(column)));
        return new Job(key, columns);
    }

    /** Completes jobs and commits; false if all is undone, to be tried again. */
    private boolean finish(List<Job> claimed) throws SQLException {
        List<Boolean> changes = new ArrayList<>();
        try {
            for (Job job : claimed) {
                changes.add(completes(job));
            }
            connection.commit();
        } catch (SQLException e) {
            letPass(Part.COMPLETE, e);
            return false;
        }
        for (int i = 0; i < claimed.size(); i++) {
            ledger.book(claimed.get(i).key(), changes.get(i));
        }
        return true;
    }

    /** Completes a job without committing; whether that changed anything. */
    boolean completes(Job job) throws SQLException {
        NamedParameters complete = queue.complete();
        if (complete == null) {
            return true;
        }
        Map<String, @Nullable String> values = new LinkedHashMap<>(job.columns());
        values.putAll(queue.params());
        for (String name : complete.names()) {
            if (!values.containsKey(name)) {
                throw new WorkRefusedException(
                        Part.COMPLETE,
                        "there is no value for :" + name + "; the claim returns "
                                + String.join(", ", job.columns().keySet()));
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            if (!statement.execute(complete.with(values))) {
                return statement.getUpdateCount() > 0;
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next();
            }
        }
    }
}
