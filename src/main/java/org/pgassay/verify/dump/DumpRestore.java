package org.pgassay.verify.dump;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgassay.catalog.Identifiers;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.SqlRunner;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.EmbeddedServers;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.postgres.server.ServerUnavailableException;
import org.pgassay.sql.Statements;

/**
 * Restores an SQL dump into a fresh database on an embedded server: what pg_dump prints in its plain format, or people
 * write.
 *
 * <p>It runs as the server's superuser, statement by statement as psql does, and stops at the first error. Roles that the
 * dump takes for granted are made first. What cannot be run here and does not make the dump void is passed over, and
 * named in the result. Restoring a dump is running a program: it can do whatever the server's user can do.
 */
public final class DumpRestore {

    private static final int SHOWN = 100;

    private static final Pattern STATE = Pattern.compile("[A-Z]+ ([0-9A-Z]{5}): .*", Pattern.DOTALL);

    /** undefined_table, undefined_object, undefined_function, invalid_schema_name, undefined_column. */
    private static final Set<String> NOT_THERE = Set.of("42P01", "42704", "42883", "3F000", "42703");

    private static final String SCHEMA_THERE = "42P06";

    private static final String NO_TRANSACTION = "25P01";

    private static final String FAILED_TRANSACTION = "25P02";

    private static final Pattern DROP = Pattern.compile("(?is)(drop|alter\\b.*\\bdrop)\\b.*");

    private static final Pattern SCHEMA_PUBLIC = Pattern.compile("(?is)create\\s+schema\\s+\"?public\"?");

    private final EmbeddedServers servers;
    private final Consumer<String> progress;

    /**
     * Restores on these servers, which the caller closes.
     *
     * @param progress takes the words for each phase
     */
    public DumpRestore(EmbeddedServers servers, Consumer<String> progress) {
        this.servers = servers;
        this.progress = progress;
    }

    /**
     * Restores a dump on a server of the version that it was taken from, as it says, or the nearest later one there is; of
     * the newest version if it does not say.
     *
     * @return the database, which the caller closes
     * @throws DumpException if the file is no dump, holds what cannot be restored, or a statement of it fails
     * @throws ServerUnavailableException if there is no such server
     * @throws SQLException if the connection is lost
     */
    public RestoredDump restore(Path file) throws SQLException {
        return restore(file, Optional.empty());
    }

    /** Restores a dump like {@link #restore(Path)}, on a server of a major version that is given. */
    public RestoredDump restore(Path file, Optional<Integer> major) throws SQLException {
        progress.accept("reading " + file);
        DumpFile dump = DumpFile.read(file);
        OneDatabase.require(dump);
        Optional<DumpFile.Origin> from = dump.from();
        PostgresServer server = major.isPresent()
                ? servers.embedded(major.get())
                : nearest(from.map(DumpFile.Origin::major).orElse(newest()));
        progress.accept("restoring " + file + " on PostgreSQL " + server.version());
        Databases databases = new Databases(server);
        try {
            Database database = databases.create(null);
            return new RestoredDump(
                    file,
                    from.map(DumpFile.Origin::version),
                    server,
                    databases,
                    database,
                    restored(dump, server, database));
        } catch (SQLException | RuntimeException e) {
            databases.close();
            throw e;
        }
    }

    private int newest() {
        List<Integer> majors = servers.majors();
        return majors.get(majors.size() - 1);
    }

    /** Programs of the older versions are not on every machine. */
    private PostgresServer nearest(int major) {
        ServerUnavailableException first = null;
        int least = Math.min(major, newest());
        for (int each : servers.majors()) {
            if (each < least) {
                continue;
            }
            try {
                return servers.embedded(each);
            } catch (ServerUnavailableException e) {
                if (!e.missing()) {
                    throw e;
                }
                first = first == null ? e : first;
            }
        }
        throw first == null ? new IllegalStateException("no version is not older than " + major) : first;
    }

    private static List<PassedOver> restored(DumpFile dump, PostgresServer server, Database database)
            throws SQLException {
        try {
            return run(dump, server, database);
        } catch (DumpException e) {
            Subscriptions.drop(server, database);
            throw e;
        }
    }

    private static List<PassedOver> run(DumpFile dump, PostgresServer server, Database database) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            ServerFacts facts = ServerFacts.read(connection, server.superuser());
            for (var role : DumpRoles.of(dump.statements()).needed().entrySet()) {
                // Names that begin with pg_ are PostgreSQL's own: they are there, or nobody may make them.
                if (!facts.roles().contains(role.getKey()) && !role.getKey().startsWith("pg_")) {
                    statement.execute("create role " + Identifiers.quote(role.getKey()) + " nologin"
                            + (role.getValue() ? " superuser" : ""));
                }
            }
            for (String each : schemaPublic(dump)) {
                statement.execute(each);
            }
            Run run = new Run(dump, connection, new DumpStatements(dump, facts));
            run.all();
            return run.passedOver;
        }
    }

    /**
     * pg_dump writes only what differs from what initdb of its own version makes: since 15 not everybody may create in
     * the schema public.
     */
    private static List<String> schemaPublic(DumpFile dump) {
        return dump.by()
                .map(by -> by.major() < 15
                        ? List.of("grant create on schema public to public")
                        : List.of("revoke create on schema public from public"))
                .orElse(List.of());
    }

    /** One restoring. */
    private static final class Run {

        private final DumpFile dump;
        private final Connection connection;
        private final SqlRunner runner;
        private final DumpStatements statements;
        private final List<PassedOver> passedOver = new ArrayList<>();

        Run(DumpFile dump, Connection connection, DumpStatements statements) {
            this.dump = dump;
            this.connection = connection;
            this.runner = new SqlRunner(connection);
            this.statements = statements;
        }

        void all() throws SQLException {
            int number = 0;
            for (Statements.Statement statement : dump.statements()) {
                one(statement, ++number);
            }
            if (inTransaction()) {
                throw DumpException.at(
                        dump.path(),
                        Statements.lineOf(dump.text(), dump.text().length()),
                        "the dump begins a transaction and does not end it, so nothing of it would last. Add COMMIT.");
            }
        }

        private void one(Statements.Statement statement, int number) throws SQLException {
            Treatment treatment = switch (statement.kind()) {
                case PSQL -> PsqlCommands.of(statement.text(), dump);
                case SQL -> statements.of(statement.text());
                case COPY_IN, COPY_OUT -> Treatment.RUN;
            };
            if (treatment instanceof Treatment.Run) {
                Optional<MigrationRun.Failure> failure = runner.attempt(dump.path(), dump.text(), statement, number);
                if (failure.isPresent()) {
                    failed(statement, failure.get());
                }
            } else if (treatment instanceof Treatment.Skip skip) {
                passOver(statement, skip.reason(), skip.harmless());
            } else if (treatment instanceof Treatment.Refuse refuse) {
                throw DumpException.at(dump.path(), statement.line(), shown(statement) + ": " + refuse.reason());
            } else {
                newSession();
                passOver(statement, "everything goes into one database, which pgAssay has made", true);
            }
        }

        /** A dump that first drops what it makes meets an empty database here. */
        private void failed(Statements.Statement statement, MigrationRun.Failure failure) throws SQLException {
            Matcher state = STATE.matcher(failure.message());
            String code = state.matches() ? state.group(1) : "";
            String sql = statement.text();
            if (!inTransaction()) {
                if (NOT_THERE.contains(code) && DROP.matcher(sql).matches()) {
                    passOver(statement, "there is nothing to drop in a fresh database", true);
                    return;
                } else if (code.equals(SCHEMA_THERE)
                        && SCHEMA_PUBLIC.matcher(sql).matches()) {
                    passOver(statement, "every database has the schema public", true);
                    return;
                }
            }
            throw DumpException.at(
                    dump.path(), failure.line(), failure.message() + missing() + " Statement: " + failure.sql());
        }

        private String missing() {
            Set<String> missing = statements.missingExtensions();
            return missing.isEmpty()
                    ? ""
                    : " The dump needs what this server does not have: extension " + String.join(", ", missing)
                            + ". Restore it on a server that has it, and give that database's URL.";
        }

        private void passOver(Statements.Statement statement, String reason, boolean harmless) {
            passedOver.add(new PassedOver(statement.line(), shown(statement), reason, harmless));
        }

        private static String shown(Statements.Statement statement) {
            String line = statement.text().strip().replaceAll("\\s+", " ");
            return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " …";
        }

        private void newSession() throws SQLException {
            try (Statement discard = connection.createStatement()) {
                discard.execute("discard all");
            }
        }

        /** A savepoint can be set in a transaction only, and in a failed one not at all. */
        private boolean inTransaction() throws SQLException {
            try (Statement savepoint = connection.createStatement()) {
                savepoint.execute("savepoint pgassay");
                savepoint.execute("release savepoint pgassay");
                return true;
            } catch (SQLException e) {
                if (NO_TRANSACTION.equals(e.getSQLState())) {
                    return false;
                } else if (FAILED_TRANSACTION.equals(e.getSQLState())) {
                    return true;
                }
                throw e;
            }
        }
    }
}
