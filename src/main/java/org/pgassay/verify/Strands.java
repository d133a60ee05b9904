package org.pgassay.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.pgassay.check.Check;
import org.pgassay.verify.Examination.Examined;

/**
 * Runs checks whose experiments have nothing to do with each other at the same time, as far as there are processors.
 *
 * <p>Each of these families works on copies of its own, and waits for the server most of the time. All others are run before,
 * one after the other: rehearsals give roles other names meanwhile, and what measures waiting must not be kept waiting.
 */
final class Strands {

    private static final List<String> APART = List.of("behaviour/", "immutability/", "tenancy/", "plan/");

    private Strands() {}

    /** What the checks find, in no particular order. */
    static List<Examined> examined(List<Check> checks, Examination examination) {
        Map<String, List<Check>> strands = new LinkedHashMap<>();
        List<Check> others = new ArrayList<>();
        for (Check check : checks) {
            APART.stream()
                    .filter(check.id()::startsWith)
                    .findFirst()
                    .ifPresentOrElse(
                            family -> strands.computeIfAbsent(family, any -> new ArrayList<>())
                                    .add(check),
                            () -> others.add(check));
        }
        List<Examined> examined = new ArrayList<>(examination.of(others));
        int threads = Math.min(strands.size(), Runtime.getRuntime().availableProcessors());
        if (threads < 2) {
            strands.values().forEach(strand -> examined.addAll(examination.of(strand)));
        } else {
            examined.addAll(atOnce(strands.values(), examination, threads));
        }
        return examined;
    }

    private static List<Examined> atOnce(Collection<List<Check>> strands, Examination examination, int threads) {
        // Daemons: whoever interrupts the run need not wait for them.
        ExecutorService executor = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "pgassay-experiments");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<List<Examined>>> running = strands.stream()
                    .map(strand -> executor.submit(() -> examination.of(strand)))
                    .toList();
            List<Examined> examined = new ArrayList<>();
            for (Future<List<Examined>> each : running) {
                examined.addAll(each.get());
            }
            return examined;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while experiments were held", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an experiment broke off: " + e.getCause(), e);
        } finally {
            executor.shutdownNow();
        }
    }
}
