package org.pgassay.probe.concurrency;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Contention.Deaths;
import org.pgassay.check.Contention.Part;
import org.pgassay.check.Contention.Queue;
import org.pgassay.check.Contention.Together;
import org.pgassay.check.Contention.Worked;
import org.pgassay.check.UntriedException;
import org.pgassay.postgres.server.Database;
import org.pgassay.probe.Bench;

/**
 * Workers from their first claim until nothing is left: all claim once; some are killed; the others go on, with others in the
 * place of the dead; in the end one alone looks for what is left. Closing it leaves no thread and no connection behind.
 */
final class Shift implements AutoCloseable {

    /** One that is killed right after its claim, and one that has completed its job and not committed. */
    private static final int VICTIMS = 2;

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Bench bench;
    private final Database database;
    private final String role;
    private final Queue queue;
    private final Jobs jobs;
    private final Ledger ledger;
    private final CountDownLatch gate = new CountDownLatch(1);
    private final ExecutorService threads;
    private final long deadline = System.nanoTime() + PATIENCE;
    private final List<Worker> workers = new ArrayList<>();
    private final List<Future<Boolean>> working = new ArrayList<>();

    Shift(Bench bench, Database database, String role, Queue queue, Jobs jobs) {
        this.bench = bench;
        this.database = database;
        this.role = role;
        this.queue = queue;
        this.jobs = jobs;
        this.ledger = new Ledger(queue.workers(), jobs.keys().size());
        this.threads = Executors.newFixedThreadPool(queue.workers() + VICTIMS, task -> {
            Thread thread = new Thread(task, "pgassay-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    Worked work() throws SQLException {
        try (Observer observer = new Observer(bench.open(database))) {
            for (int i = 0; i < queue.workers(); i++) {
                employ();
            }
            List<Worker> first = List.copyOf(workers);
            first.forEach(this::start);
            Together together = together(first, observer);
            Set<List<@Nullable String>> orphans = new HashSet<>();
            int dead = queue.kill() ? kill(first, observer, orphans) : 0;
            gate.countDown();
            join();
            employ().drain();
            Deaths deaths = queue.kill() ? ledger.deaths(dead, orphans) : null;
            return new Worked(role, together, ledger.tally(jobs.keys(), orphans), deaths);
        }
    }

    private Worker employ() throws SQLException {
        Connection connection = bench.open(database, role);
        try {
            Worker worker = new Worker(connection, queue, jobs, bench.context(), ledger, gate, deadline);
            workers.add(worker);
            return worker;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void start(Worker worker) {
        working.add(threads.submit(worker));
    }

    /**
     * Waits until each worker either has come back from its first claim or waits for a lock. Then nobody who holds one
     * does anything, so that those who wait do so for as long as a job takes: it is no matter of the machine's speed.
     */
    private Together together(List<Worker> first, Observer observer) throws SQLException {
        while (true) {
            List<Worker> open =
                    first.stream().filter(worker -> !worker.reported()).toList();
            Map<Integer, Long> waits =
                    observer.waits(open.stream().map(Worker::process).toList());
            boolean settled =
                    open.stream().allMatch(worker -> waits.getOrDefault(worker.process(), -1L) > queue.held());
            if (settled) {
                return counted(first, open.size());
            } else if (System.nanoTime() > deadline) {
                throw new UntriedException(
                        "the first claims did not come to an end in the time that is waited for",
                        "Make the claim faster, or verify again on a machine that has less to do.");
            }
            Observer.pause();
        }
    }

    private Together counted(List<Worker> first, int blocked) {
        Map<List<@Nullable String>, Integer> holders = new HashMap<>();
        first.forEach(worker -> worker.held().stream()
                .map(Worker.Job::key)
                .distinct()
                .forEach(key -> holders.merge(key, 1, Integer::sum)));
        int holding =
                (int) first.stream().filter(worker -> !worker.held().isEmpty()).count();
        int most = holders.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new Together(first.size(), holding, most > 1 ? most : 0, blocked);
    }

    /** Kills workers that hold a job, and puts others in their place; how many were killed. */
    private int kill(List<Worker> first, Observer observer, Set<List<@Nullable String>> orphans) throws SQLException {
        List<Worker> victims = first.stream()
                .filter(worker -> !worker.held().isEmpty())
                .limit(VICTIMS)
                .toList();
        for (Worker victim : victims) {
            if (victim != victims.get(0)) {
                completeAll(victim);
            }
            victim.die();
            observer.kill(victim.process());
            victim.held().forEach(job -> orphans.add(job.key()));
        }
        for (int i = 0; i < victims.size(); i++) {
            start(employ());
        }
        return victims.size();
    }

    /** The worker itself waits at the gate meanwhile. */
    private static void completeAll(Worker worker) throws SQLException {
        try {
            for (Worker.Job job : worker.held()) {
                worker.completes(job);
            }
        } catch (SQLException e) {
            if (!WorkRefusedException.passing(e)) {
                throw WorkRefusedException.of(Part.COMPLETE, e);
            }
        }
    }

    private void join() throws SQLException {
        for (Future<Boolean> each : working) {
            try {
                each.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof SQLException failure) {
                    throw failure;
                } else if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException("a worker broke: " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while workers claimed jobs", e);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        ledger.stop();
        if (working.stream().allMatch(Future::isDone)) {
            threads.shutdown();
        } else {
            // A worker may be waiting for a lock that only another one's end sets free.
            for (Worker worker : workers) {
                worker.connection().abort(Runnable::run);
            }
            threads.shutdownNow();
        }
        await();
        for (Worker worker : workers) {
            worker.connection().close();
        }
    }

    private void await() {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
