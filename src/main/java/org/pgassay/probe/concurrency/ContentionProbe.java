package org.pgassay.probe.concurrency;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.pgassay.check.Contention;
import org.pgassay.postgres.server.Database;
import org.pgassay.probe.Bench;

/** Lets workers claim jobs on clones of the migrated database, once for each queue. */
public final class ContentionProbe implements Contention {

    private final Bench bench;
    private final Map<Queue, Supplier<Outcome>> held = new HashMap<>();

    /** Experiments on that bench. */
    public ContentionProbe(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Outcome work(Queue queue) {
        Supplier<Outcome> known = held.get(queue);
        if (known == null) {
            known = outcome(queue);
            held.put(queue, known);
        }
        return known.get();
    }

    /** Why it could not be tried is kept as well. */
    private Supplier<Outcome> outcome(Queue queue) {
        try {
            Outcome outcome = worked(queue);
            return () -> outcome;
        } catch (SQLException e) {
            return () -> {
                throw new IllegalStateException(
                        "the database broke off while workers claimed jobs: " + e.getMessage(), e);
            };
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }

    private Outcome worked(Queue queue) throws SQLException {
        String role = queue.asApplication() ? bench.application() : bench.migrator();
        bench.admit(role);
        long start = System.nanoTime();
        try (Database database = bench.cloned()) {
            Jobs jobs = Jobs.make(bench, database, queue);
            bench.measured("concurrency " + queue.name() + ": jobs", System.nanoTime() - start);
            long working = System.nanoTime();
            try (Shift shift = new Shift(bench, database, role, queue, jobs)) {
                return shift.work();
            } catch (WorkRefusedException e) {
                return new Refused(role, e.part(), e.words());
            } finally {
                bench.measured("concurrency " + queue.name() + ": work", System.nanoTime() - working);
            }
        }
    }
}
