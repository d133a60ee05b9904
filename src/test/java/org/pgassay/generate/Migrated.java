package org.pgassay.generate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.SqlFolder;
import org.pgassay.migration.SqlRunner;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.TestServers;

/** A database that a folder of migrations made, on the shared server of a version; its roles go with it. */
public final class Migrated implements AutoCloseable {

    private final Databases databases;
    private final Database database;

    private Migrated(Databases databases, Database database) {
        this.databases = databases;
        this.database = database;
    }

    /**
     * Applies all migrations of a folder as the superuser.
     *
     * @param roles that the migrations take for granted
     */
    public static Migrated by(Path folder, int major, String... roles) throws Exception {
        Databases databases = new Databases(TestServers.shared(major));
        try {
            for (String role : roles) {
                databases.ensureRole(role);
            }
            Migrated migrated = new Migrated(databases, databases.create(null));
            migrated.apply(folder);
            return migrated;
        } catch (SQLException | AssertionError e) {
            databases.close();
            throw e;
        }
    }

    private void apply(Path folder) throws Exception {
        try (Connection connection = open()) {
            MigrationRun run = new SqlRunner(connection).apply(SqlFolder.read(folder));
            for (MigrationRun.Step step : run.steps()) {
                if (step.failure() != null) {
                    throw new AssertionError(folder + ": " + step.failure());
                }
            }
        }
    }

    /** Opens a connection as the superuser. */
    public Connection open() throws SQLException {
        return database.open();
    }

    @Override
    public void close() {
        databases.close();
    }
}
