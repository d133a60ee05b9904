package org.pgassay.probe;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.SeedPlan;
import org.pgassay.check.UntriedException;
import org.pgassay.migration.Login;
import org.pgassay.migration.Target;
import org.pgassay.postgres.catalog.RolePowers;
import org.pgassay.postgres.rows.RowSynthesizer;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.rows.Outcome;
import org.pgassay.rows.SampleRows;
import org.pgassay.seeding.SeedRunner;

/**
 * What experiments are held with. The migrated database is only ever copied. Safe for use by several threads.
 *
 * <p>Connections are opened with limits on how long a statement runs and waits for a lock.
 */
public final class Bench {

    /** As PostgreSQL takes them at the start of a session. */
    private static final List<String> LIMITS = List.of("statement_timeout = '30s'", "lock_timeout = '10s'");

    private final PostgresServer server;
    private final Databases databases;
    private final Database migrated;
    private final Catalog catalog;
    private final String migrator;
    private final @Nullable String owner;
    private final @Nullable String application;
    private final List<String> schemas;
    private final Optional<TenantContext> context;
    private final SampleRows samples;
    private final SeedPlan seeds;
    private final long seed;
    private final ObjLongConsumer<String> measured;
    private final Set<String> admitted = new HashSet<>();
    private boolean bound;
    private @Nullable Filled filled;
    private @Nullable Seeded seeded;

    /**
     * A bench.
     *
     * @param migrated to which nobody may be connected while something is tried
     * @param catalog of it
     * @param migrator the role that ran the migrations
     * @param owner the role that the spec names as owner
     * @param application the role that the spec says the application works as
     * @param seeds what the spec says puts the seed data in
     * @param measured takes what was measured, by name, in nanoseconds
     */
    public Bench(
            PostgresServer server,
            Databases databases,
            Database migrated,
            Catalog catalog,
            String migrator,
            @Nullable String owner,
            @Nullable String application,
            List<String> schemas,
            Optional<TenantContext> context,
            SampleRows samples,
            SeedPlan seeds,
            long seed,
            ObjLongConsumer<String> measured) {
        this.server = server;
        this.databases = databases;
        this.migrated = migrated;
        this.catalog = catalog;
        this.migrator = migrator;
        this.owner = owner;
        this.application = application;
        this.schemas = List.copyOf(schemas);
        this.context = context;
        this.samples = samples;
        this.seeds = seeds;
        this.seed = seed;
        this.measured = measured;
    }

    /**
     * A clone with rows in its tables.
     *
     * @param outcomes what became of each table, in the catalog's order
     */
    public record Filled(Database database, Map<QualifiedName, Outcome> outcomes) {}

    /**
     * A clone in which the seeds have run once.
     *
     * @param role as which
     * @param outcome what came of them; where one failed, the rows of those before it are there
     */
    public record Seeded(Database database, String role, SeedRunner.Outcome outcome) {}

    /** The migrated database's catalog. */
    public Catalog catalog() {
        return catalog;
    }

    /** The role that the spec says the application works as; null if it says nothing. */
    public @Nullable String statedApplication() {
        return application;
    }

    /** The role that the spec names as owner; the one that ran the migrations if it names none. */
    public String owner() {
        return owner == null ? migrator : owner;
    }

    /** The role that ran the migrations. */
    public String migrator() {
        return migrator;
    }

    /** The spec's schemas. */
    public List<String> schemas() {
        return schemas;
    }

    /** How the application says for which tenant it works, if the spec states it. */
    public Optional<TenantContext> context() {
        return context;
    }

    /** The values that the spec fixes for made-up rows. */
    public SampleRows samples() {
        return samples;
    }

    /** What made-up rows depend on. */
    public long seed() {
        return seed;
    }

    /** The server. */
    public PostgresServer server() {
        return server;
    }

    /** Notes how long something took, in nanoseconds. */
    public void measured(String what, long nanoseconds) {
        measured.accept(what, nanoseconds);
    }

    /**
     * The role that the application works as, which row security and privileges bind.
     *
     * @throws UntriedException if the spec names none, there is none of that name, or it has powers that would make all that
     *     is tried as it meaningless
     */
    public synchronized String application() throws SQLException {
        // Not whether it was admitted: whoever owns a table is, whatever its powers.
        if (application != null && bound) {
            return application;
        } else if (application == null) {
            throw new UntriedException(
                    "the spec does not say as which role the application works",
                    "Name it under 'roles: {application: …}'.");
        }
        List<String> powers;
        try (Connection connection = server.open(server.initialDatabase())) {
            powers = RolePowers.read(connection, application, owner == null ? migrator : owner);
        }
        if (powers == null) {
            throw new UntriedException(
                    "there is no role " + Identifiers.quote(application), "Create it, or correct its name.");
        } else if (!powers.isEmpty()) {
            throw new UntriedException(
                    "the role " + Identifiers.quote(application) + " is " + String.join(" and ", powers)
                            + ", so what is tried as it proves nothing",
                    "Take these powers from the role, or name the one that the application really logs in as.");
        }
        admit(application);
        bound = true;
        return application;
    }

    /** Lets a role log in for experiments, on a server of pgAssay's own. */
    public synchronized void admit(String role) throws SQLException {
        // Two who alter a role at the same time are in each other's way.
        if (!role.equals(server.superuser()) && !admitted.contains(role)) {
            databases.ensureRole(role);
            admitted.add(role);
        }
    }

    /** A copy of the migrated database; closing it drops it. */
    public Database cloned() throws SQLException {
        return databases.cloneOf(migrated);
    }

    /** A copy of another database; nobody may be connected to that. */
    public Database cloned(Database template) throws SQLException {
        return databases.cloneOf(template);
    }

    /** A connection as the superuser, in auto-commit mode. */
    public Connection open(Database database) throws SQLException {
        return limited(database.open());
    }

    /** A connection that a role has logged in with, in auto-commit mode. */
    public Connection open(Database database, String role) throws SQLException {
        return limited(database.openAs(role));
    }

    private static Connection limited(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String limit : LIMITS) {
                statement.execute("set " + limit);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * A clone that has rows in all tables that take any. It is made once, and nobody connects to it: whoever wants its rows
     * makes a copy, which is refused while somebody is connected.
     */
    public synchronized Filled filled() throws SQLException {
        Filled made = filled;
        if (made == null) {
            Database database = cloned();
            try (Connection connection = open(database)) {
                connection.setAutoCommit(false);
                made = new Filled(database, fill(connection));
                connection.commit();
            }
            filled = made;
        }
        return made;
    }

    /**
     * A clone in which the seeds have run once; as the migrations left it where the spec states none. It is made once:
     * whoever uses it leaves it as it was, or makes a copy of it.
     *
     * @throws UntriedException if they cannot be run here
     */
    public synchronized Seeded seeded() throws SQLException {
        Seeded made = seeded;
        if (made == null) {
            Database database = cloned();
            made = new Seeded(database, seeder(), seed(database));
            seeded = made;
        }
        return made;
    }

    /** Runs the seeds in a database that the bench has made. */
    public SeedRunner.Outcome seed(Database database) throws SQLException {
        String role = seeder();
        admit(role);
        long start = System.nanoTime();
        SeedRunner.Outcome outcome = new SeedRunner(target(database, role), this::enter).run(seeds);
        measured("seeds", System.nanoTime() - start);
        return outcome;
    }

    /** What the spec says puts the seed data in. */
    public SeedPlan seeds() {
        return seeds;
    }

    private String seeder() throws SQLException {
        return seeds.asApplication() ? application() : migrator;
    }

    private Target target(Database database, String role) {
        return new Target() {
            @Override
            public Connection open() throws SQLException {
                Connection connection = Bench.this.open(database, role);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set statement_timeout = '5min'");
                }
                return connection;
            }

            @Override
            public Login login() {
                return database.login(role);
            }
        };
    }

    /** A tenant is stated only where a context is. */
    private void enter(Connection connection, String tenant) throws SQLException {
        TenantContext stated = context.orElseThrow();
        stated.enter(connection, Map.of(stated.columns().keySet().iterator().next(), tenant));
    }

    private Map<QualifiedName, Outcome> fill(Connection connection) throws SQLException {
        List<QualifiedName> tables = catalog.tables().stream().map(Table::name).toList();
        Map<QualifiedName, Outcome> outcomes = new LinkedHashMap<>();
        long start = System.nanoTime();
        RowSynthesizer.over(connection, catalog, samples, seed)
                .populate(tables, 2)
                .forEach(outcome -> outcomes.put(outcome.table(), outcome));
        measured("rows", System.nanoTime() - start);
        return outcomes;
    }
}
