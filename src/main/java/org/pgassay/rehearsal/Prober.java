package org.pgassay.rehearsal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.postgres.server.Database;

/**
 * Reads and writes tables over and over, as an application does that must not stand still, and notes how long that took
 * at most. A few connections share the tables; each waits for one table at a time.
 */
final class Prober implements AutoCloseable {

    private static final int CONNECTIONS = 12;

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

    private final List<Worker> workers = new ArrayList<>();
    private final Map<QualifiedName, Probe> probes = new TreeMap<>();
    private volatile boolean stopped;

    /**
     * Begins.
     *
     * @throws SQLException if a connection cannot be had
     */
    Prober(Database database, List<QualifiedName> tables) throws SQLException {
        tables.forEach(table -> probes.put(table, new Probe(table)));
        try {
            for (int i = 0; i < Math.min(CONNECTIONS, tables.size()); i++) {
                workers.add(new Worker(database.open()));
            }
            int next = 0;
            for (Probe probe : probes.values()) {
                workers.get(next++ % workers.size()).open.add(probe);
            }
            for (Worker worker : workers) {
                worker.prepare();
                worker.start();
            }
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** What is known of a table; written by one thread, read by another. */
    static final class Probe {

        private final QualifiedName table;
        private final AtomicInteger loops = new AtomicInteger();
        private volatile long longest;
        private volatile boolean gone;

        private Probe(QualifiedName table) {
            this.table = table;
        }

        int loops() {
            return loops.get();
        }

        /** The longest time in nanoseconds. */
        long longest() {
            return longest;
        }
    }

    Map<QualifiedName, Probe> probes() {
        return probes;
    }

    /** Forgets how long it took so far. */
    void reset() {
        probes.values().forEach(probe -> probe.longest = 0);
    }

    /**
     * Waits until each table that is still there has been read and written some more times.
     *
     * @return whether that came to pass in time
     */
    boolean await(int loops, long nanos) {
        Map<QualifiedName, Integer> wanted = new TreeMap<>();
        probes.forEach((table, probe) -> wanted.put(table, probe.loops.get() + loops));
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            boolean all = probes.entrySet().stream()
                    .allMatch(each -> each.getValue().gone
                            || each.getValue().loops.get() >= wanted.getOrDefault(each.getKey(), 0));
            if (all) {
                return true;
            }
            if (workers.stream().anyMatch(worker -> worker.lost != null)) {
                return false;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return false;
    }

    /** Ends, and lets nothing go on. */
    @Override
    public void close() throws SQLException {
        stopped = true;
        SQLException failure = null;
        for (Worker worker : workers) {
            try {
                worker.end();
            } catch (SQLException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** A connection and the tables that it goes through. */
    private final class Worker extends Thread {

        private final Connection connection;
        private final List<Probe> open = new ArrayList<>();
        private volatile @Nullable SQLException lost;

        Worker(Connection connection) {
            super("pgassay-prober");
            this.connection = connection;
            setDaemon(true);
        }

        /** Triggers of the tables are none of the prober's business, and might refuse. */
        void prepare() throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set session_replication_role = replica");
            }
        }

        @Override
        public void run() {
            while (!stopped && lost == null && !open.isEmpty()) {
                for (Iterator<Probe> probes = open.iterator(); probes.hasNext() && !stopped && lost == null; ) {
                    Probe probe = probes.next();
                    if (!once(probe)) {
                        probes.remove();
                    }
                    LockSupport.parkNanos(PAUSE);
                }
            }
        }

        /** Whether the table is still there. */
        private boolean once(Probe probe) {
            long start = System.nanoTime();
            try (Statement statement = connection.createStatement()) {
                statement.execute("select 1 from " + probe.table.sql() + " limit 1");
                statement.execute("delete from " + probe.table.sql() + " where false");
                note(probe, start);
                probe.loops.incrementAndGet();
                return true;
            } catch (SQLException e) {
                note(probe, start);
                return survives(probe, e);
            }
        }

        private void note(Probe probe, long start) {
            probe.longest = Math.max(probe.longest, System.nanoTime() - start);
        }

        private boolean survives(Probe probe, SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith("42") || state.startsWith("3F")) {
                probe.gone = true;
                return false;
            }
            if (e.getSQLState() == null || state.startsWith("08") || state.startsWith("57P")) {
                lost = e;
            }
            return true;
        }

        void end() throws SQLException {
            if (isAlive()) {
                connection.abort(Runnable::run);
                interrupt();
                boolean interrupted = false;
                while (isAlive()) {
                    try {
                        join();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
            connection.close();
        }
    }
}
