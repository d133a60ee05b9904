package org.pgassay.postgres.recorder;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.pgassay.catalog.Fingerprint;
import org.pgassay.migration.Revision;
import org.pgassay.migration.Target;
import org.pgassay.migration.log.DdlLog;
import org.pgassay.migration.log.DdlLog.Entry;
import org.pgassay.migration.log.DdlLog.Event;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.postgres.server.TestServers;

/** A database whose migrations are recorded; a test runs SQL in it as a migration would. */
final class Recording implements AutoCloseable {

    private final Databases databases;
    private final Database database;
    private final DdlRecorder recorder;
    private Connection session;

    Recording(int major, String before) throws SQLException {
        PostgresServer server = TestServers.shared(major);
        databases = new Databases(server);
        database = databases.create(null);
        run(database, before);
        recorder = DdlRecorder.install(database, List.of("alembic_version"));
        session = database.open();
    }

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs one statement, or several that the server gets as one. */
    Recording run(String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }

    String value(String sql) throws SQLException {
        try (Statement statement = session.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    /** Tells that a revision begins, in a session of its own. */
    Recording revision(String id) throws SQLException {
        session.close();
        session = database.open();
        recorder.watched(target()).begins(new Revision(id, java.nio.file.Path.of(id + ".sql"), null));
        return this;
    }

    private Target target() {
        return new Target() {
            @Override
            public Connection open() throws SQLException {
                return database.open();
            }

            @Override
            public org.pgassay.migration.Login login() {
                return database.login("postgres");
            }
        };
    }

    DdlLog finish() throws SQLException {
        return recorder.finish();
    }

    String fingerprint() throws SQLException {
        try (Connection connection = database.open()) {
            return Fingerprint.of(CatalogReader.read(connection, List.of("public")));
        }
    }

    /** The entries of a kind, each as {@code TAG type identity}. */
    static List<String> of(DdlLog log, Event event) {
        List<String> lines = new ArrayList<>();
        for (Entry entry : log.entries()) {
            if (entry.event() == event) {
                lines.add((entry.tag() + " " + entry.type() + " " + entry.identity())
                        .strip()
                        .replaceAll(" +", " "));
            }
        }
        return lines;
    }

    /** The locks, each as {@code table Mode}. */
    static List<String> locks(DdlLog log) {
        return log.held().stream()
                .map(held -> held.identity() + " " + held.mode().word())
                .toList();
    }

    static List<String> scans(DdlLog log) {
        return log.scanned().stream().map(DdlLog.Scanned::identity).toList();
    }

    @Override
    public void close() throws SQLException {
        session.close();
        recorder.close();
        databases.close();
    }
}
