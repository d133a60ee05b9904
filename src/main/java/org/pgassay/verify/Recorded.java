package org.pgassay.verify;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.Revision;
import org.pgassay.migration.log.Historian;
import org.pgassay.migration.log.History;
import org.pgassay.postgres.recorder.DdlRecorder;
import org.pgassay.postgres.server.Database;
import org.pgassay.spec.SourceText;

/** Applies revisions while the database records what they do. */
final class Recorded {

    private Recorded() {}

    /** What became of the revisions, and what they did. */
    record Outcome(MigrationRun run, History history) {}

    /**
     * Applies revisions to a database; the recorder is gone from it afterwards.
     *
     * @param named the version table that the spec names; null where it does not
     * @throws SQLException if the server is lost
     */
    static Outcome upgrade(
            MigrationRunner runner,
            Database database,
            String migrator,
            List<Revision> revisions,
            @Nullable SourceText named)
            throws SQLException {
        Set<String> tables = new HashSet<>(DdlRecorder.VERSION_TABLES);
        if (named != null) {
            tables.add(named.text());
        }
        try (DdlRecorder recorder = DdlRecorder.install(database, tables)) {
            MigrationRun run = runner.upgrade(recorder.watched(Preparation.target(database, migrator)), revisions);
            return new Outcome(run, Historian.of(recorder.finish(), revisions, tables));
        }
    }
}
