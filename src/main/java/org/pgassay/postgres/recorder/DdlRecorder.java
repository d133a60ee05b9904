package org.pgassay.postgres.recorder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pgassay.migration.Login;
import org.pgassay.migration.Revision;
import org.pgassay.migration.Target;
import org.pgassay.migration.log.DdlLog;
import org.pgassay.migration.log.LockMode;
import org.pgassay.postgres.server.Database;

/**
 * Event triggers in a database that log what migrations do: commands, drops, rewrites, statements on rows, the locks they
 * take and the tables they scan. They are there from {@link #install} to {@link #finish}, and leave nothing behind.
 */
public final class DdlRecorder implements AutoCloseable {

    /** Where the common tools write down which revisions they have applied. */
    public static final Set<String> VERSION_TABLES = Set.of(
            "alembic_version", "flyway_schema_history", "databasechangelog", "schema_migrations", "_prisma_migrations");

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String REFUSED = "only a superuser can set the event triggers that record what migrations do";
    private static final String DROPPED = "the migrations dropped the recorder";
    /** No such schema, no such table. */
    private static final Set<String> UNDEFINED = Set.of("3F000", "42P01");

    private final Connection connection;
    private String gap;

    private DdlRecorder(Connection connection, String gap) {
        this.connection = connection;
        this.gap = gap;
    }

    /**
     * Begins to record.
     *
     * @param versionTables the names of tables in which tools write down which revision they have applied
     * @throws SQLException if the connection is lost; a refusal is the log's gap
     */
    public static DdlRecorder install(Database database, Collection<String> versionTables) throws SQLException {
        Connection connection = database.open();
        try {
            return new DdlRecorder(connection, installed(connection, versionTables));
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    private static String installed(Connection connection, Collection<String> versionTables) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement watch = connection.prepareStatement(resource("watch-versions"))) {
            statement.setEscapeProcessing(false);
            statement.execute(resource("install"));
            watch.setArray(1, connection.createArrayOf("text", versionTables.toArray()));
            watch.execute();
            connection.commit();
            return "";
        } catch (SQLException e) {
            connection.rollback();
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                return REFUSED;
            }
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** The same target; a runner that tells it when a revision begins tells the recorder. */
    public Target watched(Target target) {
        return new Target() {
            @Override
            public Connection open() throws SQLException {
                return target.open();
            }

            @Override
            public Login login() {
                return target.login();
            }

            @Override
            public void begins(Revision revision) throws SQLException {
                target.begins(revision);
                mark(revision.id());
            }
        };
    }

    private void mark(String revision) throws SQLException {
        if (!gap.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(resource("mark"))) {
            statement.setString(1, revision);
            statement.execute();
        } catch (SQLException e) {
            if (!UNDEFINED.contains(String.valueOf(e.getSQLState()))) {
                throw e;
            }
            gap = DROPPED;
        }
    }

    /**
     * Reads what was recorded, and takes the recorder away.
     *
     * @throws SQLException if the connection is lost
     */
    public DdlLog finish() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            if (gap.isEmpty() && !exists(statement)) {
                gap = DROPPED;
            }
            DdlLog log = gap.isEmpty() ? read(statement) : DdlLog.missing(gap);
            statement.setEscapeProcessing(false);
            if (!gap.equals(REFUSED)) {
                statement.execute(resource("uninstall"));
            }
            return log;
        }
    }

    /** Closes the recorder's connection; a database whose log is not wanted any more is dropped with the recorder in it. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static boolean exists(Statement statement) throws SQLException {
        String sql = "select pg_catalog.to_regclass('pgassay_recorder.scanned') is not null";
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static DdlLog read(Statement statement) throws SQLException {
        List<String> gaps = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(resource("intact"))) {
            while (rows.next()) {
                gaps.add(rows.getString(1));
            }
        }
        return new DdlLog(gaps.isEmpty() ? "" : gaps.get(0), entries(statement), held(statement), scanned(statement));
    }

    private static List<DdlLog.Entry> entries(Statement statement) throws SQLException {
        List<DdlLog.Entry> entries = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(resource("entries"))) {
            while (row.next()) {
                entries.add(new DdlLog.Entry(
                        row.getLong("seq"),
                        row.getLong("xact"),
                        DdlLog.Event.valueOf(row.getString("event").toUpperCase(Locale.ROOT)),
                        row.getString("tag"),
                        row.getString("type"),
                        row.getLong("object"),
                        row.getInt("part"),
                        row.getLong("parent"),
                        row.getString("schema"),
                        row.getString("identity"),
                        row.getString("query"),
                        row.getString("detail")));
            }
        }
        return entries;
    }

    private static List<DdlLog.Held> held(Statement statement) throws SQLException {
        List<DdlLog.Held> held = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(resource("locks"))) {
            while (row.next()) {
                long sequence = row.getLong("seq");
                long transaction = row.getLong("xact");
                long table = row.getLong("relation");
                String identity = row.getString("identity");
                LockMode.of(row.getString("mode"))
                        .ifPresent(mode -> held.add(new DdlLog.Held(sequence, transaction, table, identity, mode)));
            }
        }
        return held;
    }

    private static List<DdlLog.Scanned> scanned(Statement statement) throws SQLException {
        List<DdlLog.Scanned> scanned = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(resource("scans"))) {
            while (row.next()) {
                scanned.add(new DdlLog.Scanned(row.getLong("seq"), row.getLong("relation"), row.getString("identity")));
            }
        }
        return scanned;
    }

    private static String resource(String name) {
        try (InputStream in = DdlRecorder.class.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + ".sql is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
