package org.pgassay.verify;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Evidence;
import org.pgassay.migration.Fault;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.log.History;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.PostgresServer;

/**
 * The database that a spec is verified against, and how it came to be.
 *
 * @param migrated whether pgAssay made the database and ran the migrations, or it is read as it stands
 * @param runner the tool that applies the migrations, if there is one
 * @param run what became of the migrations; not run, if the database is read as it stands
 * @param history what the migrations did, as the database recorded it
 * @param migrator the role that ran them; null if the database is read as it stands
 * @param base how the database was before; null if no check needs that
 */
record Subject(
        PostgresServer server,
        Database database,
        boolean migrated,
        Optional<MigrationRunner> runner,
        MigrationRun run,
        History history,
        List<Evidence.MissingExtension> missingExtensions,
        @Nullable String migrator,
        Preparation.@Nullable Base base) {

    /** The faults of the revisions' graph that keep any tool from applying them. */
    List<Fault> unusable() {
        return unusable(runner);
    }

    static List<Fault> unusable(Optional<MigrationRunner> runner) {
        return runner.map(tool -> tool.graph().faults()).orElse(List.of()).stream()
                .filter(fault -> fault.kind().unusable())
                .toList();
    }

    /** Copies the list. */
    Subject {
        missingExtensions = List.copyOf(missingExtensions);
    }
}
