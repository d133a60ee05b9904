package org.pgassay.verify;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.pgassay.diff.Side;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.spec.Spec;

/**
 * The database that a spec's migrations make, as a side of a comparison. It is there only while it is read: roles are the
 * server's, and those that one spec's migrations make would be in the way of the other's.
 */
record MigratedSide(Spec spec, VerifyOptions options, PostgresServer server, Progress progress) implements OpenSide {

    @Override
    public int version() {
        return server.majorVersion();
    }

    @Override
    public List<String> scope() {
        return spec.schemas();
    }

    @Override
    public List<String> allSchemas() {
        return spec.schemas();
    }

    @Override
    public Side read(String label, List<String> schemas) throws SQLException {
        Preparation preparation = new Preparation(spec, options, progress);
        Optional<MigrationRunner> runner = preparation.runner();
        if (runner.isEmpty()) {
            throw new SchemaException(
                    spec.file() + " names no migrations, so there is no schema to compare. Name them under 'migrations',"
                            + " or compare a database instead.",
                    false);
        }
        try (Databases databases = new Databases(server)) {
            Subject subject = preparation.migrated(server, databases, runner);
            StandingSchema.refuseIncomplete(subject, "There is no schema to compare.");
            return new DatabaseSide(server, databases::close, subject.database(), List.of()).read(label, schemas);
        }
    }

    /** Does nothing: whoever started the server stops it. */
    @Override
    public void close() {}
}
