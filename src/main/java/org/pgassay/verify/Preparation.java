package org.pgassay.verify;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Evidence.MissingExtension;
import org.pgassay.migration.Login;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.Revision;
import org.pgassay.migration.SqlRunner;
import org.pgassay.migration.Target;
import org.pgassay.migration.log.History;
import org.pgassay.postgres.catalog.RolePowers;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.spec.SpecException;

/** Makes the database that a spec speaks of: roles, extensions, migrations. */
final class Preparation {

    private static final String RESERVED_NAME = "42939";

    private final Spec spec;
    private final VerifyOptions options;
    private final Progress progress;

    Preparation(Spec spec, VerifyOptions options, Progress progress) {
        this.spec = spec;
        this.options = options;
        this.progress = progress;
    }

    /**
     * The tool that applies the revisions; nothing for runner {@code none}.
     *
     * @throws SpecException if they cannot be read
     */
    Optional<MigrationRunner> runner() {
        return Runners.of(spec);
    }

    private SpecException problem(Location location, String message) {
        return new SpecException(List.of(new Problem(location, message)), spec.sources());
    }

    /** Whether the database is read as it stands. */
    boolean asItStands(PostgresServer server) {
        return !server.ephemeral() && !options.migrate();
    }

    /** The database as it stands, with the revisions counted and not run. */
    Subject standing(PostgresServer server, Databases databases, Optional<MigrationRunner> runner) {
        return new Subject(
                server,
                databases.existing(server.initialDatabase()),
                false,
                runner,
                pending(order(runner)),
                History.missing("the migrations were not run"),
                List.of(),
                null,
                null);
    }

    private static List<Revision> order(Optional<MigrationRunner> runner) {
        return runner.map(tool -> tool.graph().order()).orElse(List.of());
    }

    /** Also those that no order holds, because the graph is at fault. */
    private static List<Revision> all(Optional<MigrationRunner> runner) {
        return runner.map(tool -> tool.graph().revisions()).orElse(List.of());
    }

    /**
     * A database as it was before the first revision.
     *
     * @param roles the server's roles at that time
     */
    record Base(Database database, Set<String> roles) {}

    /**
     * A database of its own, migrated; the caller closes it.
     *
     * @throws SQLException if the server is lost or refuses
     */
    Subject migrated(PostgresServer server, Databases databases, Optional<MigrationRunner> runner) throws SQLException {
        return migrated(server, databases, runner, false);
    }

    /**
     * A database of its own, migrated; the caller closes it.
     *
     * @param rehearsed whether to keep a copy of how it was before
     * @throws SQLException if the server is lost or refuses
     */
    Subject migrated(PostgresServer server, Databases databases, Optional<MigrationRunner> runner, boolean rehearsed)
            throws SQLException {
        Database database = databases.create(null);
        setup(database);
        // Only now: the set-up may be what makes the roles.
        @Nullable String owner = spec.roles().owner();
        @Nullable String application = spec.roles().application();
        if (owner != null) {
            ensureRole(server, databases, owner);
            database.giveTo(owner);
        }
        if (application != null) {
            ensureRole(server, databases, application);
        }
        List<MissingExtension> missing = extensions(database);
        String migrator = owner == null ? server.superuser() : owner;
        List<Revision> revisions = order(runner);
        if (!missing.isEmpty() || !Subject.unusable(runner).isEmpty()) {
            History none = History.missing("the migrations were not run");
            return new Subject(server, database, true, runner, pending(all(runner)), none, missing, migrator, null);
        }
        @Nullable Base base = rehearsed ? base(databases, database) : null;
        progress.phase("applying " + revisions.size() + (revisions.size() == 1 ? " migration" : " migrations"));
        if (runner.isEmpty()) {
            History none = History.missing("there are no migrations");
            MigrationRun nothing = new MigrationRun(List.of());
            return new Subject(server, database, true, runner, nothing, none, missing, migrator, base);
        }
        SourceText named = spec.migrations().versionTable();
        Recorded.Outcome outcome = Recorded.upgrade(runner.get(), database, migrator, revisions, named);
        return new Subject(server, database, true, runner, outcome.run(), outcome.history(), missing, migrator, base);
    }

    private static Base base(Databases databases, Database database) throws SQLException {
        Set<String> roles;
        try (Connection connection = database.open()) {
            roles = RolePowers.names(connection);
        }
        return new Base(databases.cloneOf(database), roles);
    }

    /** A database, as the role that migrates it. */
    static Target target(Database database, String migrator) {
        return new Target() {
            @Override
            public Connection open() throws SQLException {
                return database.openAs(migrator);
            }

            @Override
            public Login login() {
                return database.login(migrator);
            }
        };
    }

    private void ensureRole(PostgresServer server, Databases databases, String role) throws SQLException {
        if (server.ephemeral() && role.equals(server.superuser())) {
            // It is there, and has its own password; what it may do too much is for role/application to say.
            return;
        }
        try {
            databases.ensureRole(role);
        } catch (SQLException e) {
            if (RESERVED_NAME.equals(e.getSQLState())) {
                throw problem(spec.roles().location(), firstLine(e) + "; name another role");
            }
            throw e;
        }
    }

    private static MigrationRun pending(List<Revision> revisions) {
        return new MigrationRun(revisions.stream()
                .map(revision -> new MigrationRun.Step(revision, MigrationRun.State.PENDING, 0, null))
                .toList());
    }

    /** What operations does by hand, as the superuser. */
    private void setup(Database database) throws SQLException {
        SourceText setup = spec.roles().setup();
        if (setup == null) {
            return;
        }
        Path file = spec.file().resolveSibling(setup.text());
        try (Connection connection = database.open()) {
            MigrationRun.Failure failure = new SqlRunner(connection)
                    .run(new Revision("setup", file, null), file)
                    .failure();
            if (failure != null) {
                throw problem(
                        setup.location(),
                        "the set-up fails at " + failure.file() + ":" + failure.line() + ": " + failure.message());
            }
        }
    }

    private List<MissingExtension> extensions(Database database) throws SQLException {
        List<MissingExtension> missing = new ArrayList<>();
        if (spec.postgres().extensions().isEmpty()) {
            return missing;
        }
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            for (SourceText extension : spec.postgres().extensions()) {
                try {
                    statement.execute(
                            "create extension if not exists " + Identifiers.quote(extension.text()) + " cascade");
                } catch (SQLException e) {
                    if (connection.isClosed()) {
                        throw e;
                    }
                    missing.add(new MissingExtension(extension.text(), firstLine(e)));
                }
            }
        }
        return missing;
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
