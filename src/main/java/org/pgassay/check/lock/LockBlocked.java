package org.pgassay.check.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Rehearsals.Wait;
import org.pgassay.check.Rehearsals.Watched;
import org.pgassay.migration.MigrationRun;
import org.pgassay.spec.Location;

/** While a revision is applied, whoever reads or writes a table that was there before it must not wait for long. */
record LockBlocked(Budget budget, Bound most, Location location) implements Check {

    static final String ID = "lock/blocked";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "revisions";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.MIGRATION_RUN, Need.REHEARSALS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        List<Watched> all = evidence.rehearsals().blocking();
        all.forEach(watched -> findings.addAll(of(watched)));
        boolean tablesBefore =
                all.stream().anyMatch(watched -> !watched.tables().isEmpty());
        return Verdicts.orVacuous(this, findings, tablesBefore);
    }

    private List<Finding> of(Watched watched) {
        String id = watched.revision().id();
        MigrationRun.Failure failure = watched.failure();
        if (failure != null) {
            return List.of(Finding.unverified(
                            this,
                            "revision " + id
                                    + " does not apply to tables that hold rows and are in use, so how long these"
                                    + " are blocked by it and by those after it is not known: " + failure.message()
                                    + (failure.message().endsWith(".") ? "" : "."),
                            "Mend the revision so that it applies to tables that hold rows.")
                    .about(id));
        } else if (watched.disturbed() > most.nanos()) {
            return List.of(undecided(id, "a table that revision " + id + " does not know"));
        }
        List<Finding> findings = new ArrayList<>();
        for (Wait wait : watched.tables()) {
            String table = wait.table().sql();
            if (most.exceededBy(wait) && budget.exception(id, table).isEmpty()) {
                findings.add(
                        wait.longest() > most.nanos() + watched.disturbed()
                                ? failed(id, budget.name(table))
                                : undecided(id, budget.name(table)));
            }
        }
        return findings.isEmpty() ? List.of(passed(watched)) : findings;
    }

    private Finding failed(String id, String table) {
        return Finding.failed(
                        this,
                        "while revision " + id + " is applied, reading and writing " + table
                                + " stands still for longer than " + most.text() + ".",
                        "Do less while the lock is held: split the revision, build indexes CONCURRENTLY, add constraints NOT"
                                + " VALID and validate them later; or except the revision with a reason.",
                        "at most " + most.text(),
                        "more than " + most.text())
                .about(id + " " + table);
    }

    /** The figures are among the timings: no two runs have the same. */
    private Finding undecided(String id, String table) {
        return Finding.unverified(
                        this,
                        "while revision " + id + " was applied, " + table
                                + " was kept waiting about as long as the machine"
                                + " itself keeps one waiting, so whether it was blocked for longer than " + most.text()
                                + " cannot be told.",
                        "Verify again on a machine that has less to do, or state a longer time.")
                .about(id);
    }

    private Finding passed(Watched watched) {
        String id = watched.revision().id();
        int tables = watched.tables().size();
        return Finding.passed(
                        this,
                        tables == 0
                                ? "revision " + id + " finds no table in use that it could block."
                                : "while revision " + id
                                        + " is applied, no table that was there before it is blocked for"
                                        + " longer than " + most.text() + ", exceptions apart.",
                        "at most " + most.text(),
                        1 + tables)
                .about(id);
    }
}
