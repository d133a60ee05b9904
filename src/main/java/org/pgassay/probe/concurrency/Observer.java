package org.pgassay.probe.concurrency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.pgassay.check.UntriedException;

/** Sees what workers wait for, as the server keeps account of it, and kills them. */
final class Observer implements AutoCloseable {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    /** Filled in by a worker's process shortly after it began to wait. */
    private static final String WAITS = """
            select lock.pid, coalesce(pg_catalog.max(extract(epoch from pg_catalog.clock_timestamp() - lock.waitstart)), 0)
            from pg_catalog.pg_locks lock
            where not lock.granted and lock.pid = any (?)
            group by lock.pid
            """;

    private final Connection connection;

    Observer(Connection connection) {
        this.connection = connection;
    }

    /** Waits a little. */
    static void pause() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted while workers claimed jobs");
        }
        LockSupport.parkNanos(PAUSE);
    }

    /** For how long each of some processes has been waiting for a lock, in nanoseconds; those that are not are left out. */
    Map<Integer, Long> waits(Collection<Integer> processes) throws SQLException {
        Map<Integer, Long> waits = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(WAITS)) {
            statement.setArray(1, connection.createArrayOf("int4", processes.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    waits.put(rows.getInt(1), (long) (rows.getDouble(2) * TimeUnit.SECONDS.toNanos(1)));
                }
            }
        }
        return waits;
    }

    /** Ends a process, and returns when it is gone: then all that its transaction held is free. */
    void kill(int process) throws SQLException {
        if (!asked("select pg_catalog.pg_terminate_backend(?)", process)) {
            throw new UntriedException("a worker could not be killed", "Let the server be one of pgAssay's own.");
        }
        long end = System.nanoTime() + PATIENCE;
        while (asked("select exists (select from pg_catalog.pg_stat_activity where pid = ?)", process)) {
            if (System.nanoTime() > end) {
                throw new UntriedException(
                        "a worker that was killed did not end", "Verify again on a machine that has less to do.");
            }
            pause();
        }
    }

    private boolean asked(String sql, int process) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, process);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
