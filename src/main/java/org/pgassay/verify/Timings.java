package org.pgassay.verify;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Measures how long each phase of a run takes. Safe for use by several threads: phases that run at the same time add up to
 * more than the run takes.
 */
public final class Timings {

    private final Map<String, Long> nanos = new LinkedHashMap<>();

    /** Something to be measured that may throw an SQLException. */
    @FunctionalInterface
    interface SqlWork<T> {
        T get() throws SQLException;
    }

    /** Measures a piece of work; the same phase measured again adds up. */
    public <T> T time(String phase, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            add(phase, System.nanoTime() - start);
        }
    }

    /** Measures a piece of work without a result. */
    public void time(String phase, Runnable work) {
        time(phase, () -> {
            work.run();
            return phase;
        });
    }

    /** Notes what was measured otherwise. */
    synchronized void add(String phase, long duration) {
        nanos.merge(phase, duration, Long::sum);
    }

    <T> T timeSql(String phase, SqlWork<T> work) throws SQLException {
        try {
            return time(phase, () -> {
                try {
                    return work.get();
                } catch (SQLException e) {
                    throw new UncheckedSqlException(e);
                }
            });
        } catch (UncheckedSqlException e) {
            throw e.sql();
        }
    }

    /** Milliseconds by phase, in the order that the phases began. */
    public synchronized Map<String, Long> milliseconds() {
        Map<String, Long> milliseconds = new LinkedHashMap<>();
        nanos.forEach((phase, duration) -> milliseconds.put(phase, TimeUnit.NANOSECONDS.toMillis(duration)));
        return milliseconds;
    }
}
