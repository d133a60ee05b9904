package org.pgassay.probe.concurrency;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Contention.Deaths;
import org.pgassay.check.Contention.Tally;

/** What workers have committed. Safe for use by several threads. */
final class Ledger {

    private final int workers;
    private final int most;
    private final Map<List<@Nullable String>, Integer> claims = new HashMap<>();
    private final Set<List<@Nullable String>> changed = new HashSet<>();
    private int committed;
    private boolean endless;
    private volatile boolean stopped;

    Ledger(int workers, int jobs) {
        this.workers = workers;
        this.most = workers * jobs;
    }

    /**
     * Notes that a worker has committed a job.
     *
     * @param change whether completing it changed anything
     */
    synchronized void book(List<@Nullable String> job, boolean change) {
        int times = claims.merge(job, 1, Integer::sum);
        if (change) {
            changed.add(job);
        }
        // Each worker may have got it before the first of them was done, but none of them a second time.
        if (times > workers || ++committed > most) {
            endless = true;
            stopped = true;
        }
    }

    /** Lets the workers end. */
    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    /** What became of the jobs, but for those of workers that were killed. */
    synchronized Tally tally(Collection<List<@Nullable String>> jobs, Set<List<@Nullable String>> killed) {
        Set<List<@Nullable String>> idle = new HashSet<>(claims.keySet());
        idle.removeAll(changed);
        boolean again =
                claims.entrySet().stream().anyMatch(claim -> claim.getValue() > 1 && !killed.contains(claim.getKey()));
        int lost = (int) jobs.stream()
                .filter(job -> !killed.contains(job) && !claims.containsKey(job))
                .count();
        return new Tally(lost, again, endless, idle.size());
    }

    /** What became of the jobs of workers that were killed. */
    synchronized Deaths deaths(int dead, Set<List<@Nullable String>> killed) {
        int lost = (int) killed.stream().filter(job -> !claims.containsKey(job)).count();
        return new Deaths(dead, lost, killed.stream().anyMatch(job -> claims.getOrDefault(job, 0) > 1));
    }
}
