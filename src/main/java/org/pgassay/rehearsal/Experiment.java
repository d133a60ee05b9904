package org.pgassay.rehearsal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Table;
import org.pgassay.check.UntriedException;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;
import org.pgassay.migration.Target;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.Database;

/** A database in which revisions are tried; closing it leaves nothing of it. Only one may be open at a time. */
final class Experiment implements AutoCloseable {

    private final Stage stage;
    private final RolesApart roles;
    private final Database database;

    private Experiment(Stage stage, RolesApart roles, Database database) {
        this.stage = stage;
        this.roles = roles;
        this.database = database;
    }

    /** A database as it is before the first revision. */
    // The roles are closed with the experiment.
    @SuppressWarnings("resource")
    static Experiment open(Stage stage) throws SQLException {
        RolesApart roles = RolesApart.of(stage);
        try {
            return new Experiment(stage, roles, stage.databases().cloneOf(stage.base()));
        } catch (SQLException | RuntimeException e) {
            roles.close();
            throw e;
        }
    }

    Stage stage() {
        return stage;
    }

    Database database() {
        return database;
    }

    /** Applies revisions; the failed step if there is one. */
    Optional<MigrationRun.Step> up(List<Revision> revisions) throws SQLException {
        return up(revisions, target -> target);
    }

    private Optional<MigrationRun.Step> up(List<Revision> revisions, UnaryOperator<Target> watched)
            throws SQLException {
        return failed(
                revisions.isEmpty()
                        ? List.of()
                        : stage.runner()
                                .upgrade(watched.apply(target()), revisions)
                                .steps());
    }

    /** Undoes revisions, which are given in the order that they were applied in. */
    Optional<MigrationRun.Step> down(List<Revision> revisions) throws SQLException {
        List<Revision> reversed = new ArrayList<>(revisions);
        Collections.reverse(reversed);
        return failed(
                reversed.isEmpty()
                        ? List.of()
                        : stage.runner().downgrade(target(), reversed).steps());
    }

    /** Applies one revision, and says all that came of it. */
    MigrationRun.Step step(Revision revision) throws SQLException {
        return stage.runner().upgrade(target(), List.of(revision)).steps().get(0);
    }

    Target target() {
        return stage.target().apply(database);
    }

    private static Optional<MigrationRun.Step> failed(List<MigrationRun.Step> steps) {
        return steps.stream()
                .filter(step -> step.state() == MigrationRun.State.FAILED)
                .findFirst();
    }

    /** Applies revisions that are known to apply. */
    void upSafely(List<Revision> revisions) throws SQLException {
        upSafely(revisions, target -> target);
    }

    /** Applies revisions that are known to apply, to the database as something else sees it. */
    void upSafely(List<Revision> revisions, UnaryOperator<Target> watched) throws SQLException {
        Optional<MigrationRun.Step> failed = up(revisions, watched);
        if (failed.isPresent()) {
            throw new UntriedException(
                    "revision " + failed.get().revision().id()
                            + " applied to the database that is verified, and did not apply to a second one like it: "
                            + reason(failed.get()),
                    "Find out what the first run left outside its database, or what differs from run to run.");
        }
    }

    static MigrationRun.Failure failure(MigrationRun.Step step) {
        MigrationRun.Failure failure = step.failure();
        if (failure == null) {
            throw new IllegalStateException("revision " + step.revision().id() + " failed without a reason");
        }
        return failure;
    }

    static String reason(MigrationRun.Step step) {
        String message = failure(step).message();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    /** How many objects the schemas hold that the spec speaks of. */
    Map<String, Long> totals() throws SQLException {
        try (Connection connection = database.open()) {
            return stage.totals().apply(CatalogReader.read(connection, stage.schemas()));
        }
    }

    /** The catalog of all schemas, without what the tool keeps for itself. */
    Catalog catalog() throws SQLException {
        try (Connection connection = database.open()) {
            Catalog catalog = CatalogReader.read(connection, stage.schemas());
            if (!catalog.otherSchemas().isEmpty()) {
                TreeSet<String> all = new TreeSet<>(stage.schemas());
                all.addAll(catalog.otherSchemas());
                catalog = CatalogReader.read(connection, List.copyOf(all));
            }
            return withoutBookkeeping(catalog);
        }
    }

    private Catalog withoutBookkeeping(Catalog catalog) {
        List<Table> tables = catalog.tables().stream()
                .filter(table -> !stage.keeps(table.name()))
                .toList();
        return new Catalog(
                catalog.schemas(),
                tables,
                catalog.views(),
                catalog.sequences(),
                catalog.routines(),
                catalog.types(),
                catalog.extensions(),
                catalog.namespaces(),
                catalog.otherSchemas(),
                catalog.objects(),
                catalog.defaultPrivileges());
    }

    /** The rows of all tables. */
    Contents contents(Catalog catalog) throws SQLException {
        try (Connection connection = database.open()) {
            return Contents.read(connection, catalog);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            database.close();
        } finally {
            roles.close();
        }
    }
}
