package org.pgassay.rehearsal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Rehearsals.Wait;
import org.pgassay.check.Rehearsals.Watched;
import org.pgassay.check.UntriedException;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;

/** Applies one revision after the other while others read and write the tables that are there already. */
final class Watching {

    private static final int ROWS = 20;

    private static final int LOOPS = 3;

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private static final long HELD = TimeUnit.MILLISECONDS.toNanos(150);

    /** A table that no revision knows: to see what lock is seen, and how much the machine itself keeps one waiting. */
    private static final QualifiedName CONTROL = new QualifiedName("pgassay_probe", "control");

    private final Stage stage;

    Watching(Stage stage) {
        this.stage = stage;
    }

    List<Watched> run() throws SQLException {
        List<Watched> watched = new ArrayList<>();
        try (Walk walk = new Walk(stage)) {
            walk.restart(List.of());
            selfTest(walk.experiment());
            for (Revision revision : stage.order()) {
                Watched each = watch(walk, revision);
                watched.add(each);
                if (each.failure() != null) {
                    break;
                }
            }
        }
        return watched;
    }

    /** A prober that does not see a lock that is held for certain would see none. */
    private static void selfTest(Experiment experiment) throws SQLException {
        try (Connection connection = experiment.database().open();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema pgassay_probe");
            statement.execute("create table " + CONTROL.sql() + " ()");
            try (Prober prober = new Prober(experiment.database(), List.of(CONTROL))) {
                boolean ready = prober.await(LOOPS, PATIENCE);
                prober.reset();
                statement.execute("begin; lock table " + CONTROL.sql() + " in access exclusive mode");
                statement.execute("select pg_catalog.pg_sleep(0.2)");
                statement.execute("commit");
                boolean seen = ready && prober.await(1, PATIENCE) && longest(prober) >= HELD;
                if (!seen) {
                    throw new UntriedException(
                            "a lock that was held on purpose was not noticed, so nothing that is noticed means anything",
                            "Verify again on a machine that has less to do.");
                }
            }
        }
    }

    private static long longest(Prober prober) {
        return prober.probes().values().stream()
                .mapToLong(Prober.Probe::longest)
                .max()
                .orElse(0);
    }

    private Watched watch(Walk walk, Revision revision) throws SQLException {
        Catalog catalog = walk.experiment().catalog();
        walk.fill(catalog, ROWS);
        List<QualifiedName> tables = new ArrayList<>(catalog.tables().stream()
                .filter(table -> table.kind() != Table.Kind.FOREIGN)
                .map(Table::name)
                .filter(table -> !table.equals(CONTROL))
                .toList());
        tables.add(CONTROL);
        try (Prober prober = new Prober(walk.experiment().database(), tables)) {
            boolean ready = prober.await(LOOPS, PATIENCE);
            prober.reset();
            Optional<MigrationRun.Step> failed = walk.up(revision);
            if (failed.isPresent()) {
                return new Watched(revision, Experiment.failure(failed.get()), List.of(), 0);
            }
            if (!ready || !prober.await(1, PATIENCE)) {
                throw new UntriedException(
                        "while revision " + revision.id() + " was applied, the tables could not be read and written"
                                + " often enough to measure anything",
                        "Verify again on a machine that has less to do.");
            }
            return measured(revision, prober);
        }
    }

    private Watched measured(Revision revision, Prober prober) {
        List<Wait> waits = new ArrayList<>();
        long disturbed = 0;
        for (Map.Entry<QualifiedName, Prober.Probe> each : prober.probes().entrySet()) {
            Prober.Probe probe = each.getValue();
            if (each.getKey().equals(CONTROL)) {
                disturbed = probe.longest();
            } else {
                waits.add(new Wait(each.getKey(), probe.loops(), probe.longest()));
                stage.measured().accept("blocked: " + revision.id() + " " + stage.name(each.getKey()), probe.longest());
            }
        }
        return new Watched(revision, null, waits, disturbed);
    }
}
