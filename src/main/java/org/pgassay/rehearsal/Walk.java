package org.pgassay.rehearsal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.UntriedException;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;

/** Goes through the revisions one by one, in one database after the other where one has been spoilt. */
final class Walk implements AutoCloseable {

    private final Stage stage;
    private @Nullable Experiment experiment;

    Walk(Stage stage) {
        if (!stage.runner().stepwise()) {
            throw new UntriedException(
                    stage.runner().description()
                            + " applies all revisions or none, so there is no state between them to" + " look at",
                    "Leave out what only single steps can tell, or use a tool that can stop after a revision.");
        }
        this.stage = stage;
    }

    /** Begins again, in an empty database to which the revisions are applied. */
    void restart(List<Revision> applied) throws SQLException {
        close();
        Experiment fresh = Experiment.open(stage);
        experiment = fresh;
        fresh.upSafely(applied);
    }

    Experiment experiment() {
        if (experiment == null) {
            throw new IllegalStateException("the walk has not begun");
        }
        return experiment;
    }

    Optional<MigrationRun.Step> up(Revision revision) throws SQLException {
        return experiment().up(List.of(revision));
    }

    Optional<MigrationRun.Step> down(Revision revision) throws SQLException {
        return experiment().down(List.of(revision));
    }

    /**
     * Puts rows into the tables that hold none.
     *
     * @return the reason for each that took none
     */
    Map<QualifiedName, String> fill(Catalog catalog, int rows) throws SQLException {
        Contents held = experiment().contents(catalog);
        List<QualifiedName> empty = Contents.tables(catalog).stream()
                .map(Table::name)
                .filter(table -> held.count(table) == 0)
                .toList();
        if (empty.isEmpty()) {
            return Map.of();
        }
        try (Connection connection = experiment().database().open()) {
            return stage.rows().fill(connection, catalog, empty, rows);
        }
    }

    @Override
    public void close() throws SQLException {
        Experiment open = experiment;
        experiment = null;
        if (open != null) {
            open.close();
        }
    }
}
