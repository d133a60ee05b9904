package org.pgassay.verify;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.Revision;
import org.pgassay.migration.log.Historian;
import org.pgassay.migration.log.History;
import org.pgassay.postgres.recorder.DdlRecorder;
import org.pgassay.postgres.server.Database;

/** Applies revisions while the database records what they do. */
final class Recorded {

    /** Where the common tools write down which revisions they have applied. */
    private static final Set<String> VERSION_TABLES = Set.of(
            "alembic_version", "flyway_schema_history", "databasechangelog", "schema_migrations", "_prisma_migrations");

    private Recorded() {}

    /** What became of the revisions, and what they did. */
    record Outcome(MigrationRun run, History history) {}

    /**
     * Applies revisions to a database; the recorder is gone from it afterwards.
     *
     * @throws SQLException if the server is lost
     */
    static Outcome upgrade(MigrationRunner runner, Database database, String migrator, List<Revision> revisions)
            throws SQLException {
        try (DdlRecorder recorder = DdlRecorder.install(database, VERSION_TABLES)) {
            MigrationRun run = runner.upgrade(recorder.watched(Preparation.target(database, migrator)), revisions);
            return new Outcome(run, Historian.of(recorder.finish(), revisions, VERSION_TABLES));
        }
    }
}
