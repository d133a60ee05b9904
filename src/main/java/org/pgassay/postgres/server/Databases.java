package org.pgassay.postgres.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;

/**
 * Makes and drops databases and roles on a server that may be written to.
 *
 * <p>Closing drops the databases made here that are still there, and the roles made here; on a server of pgAssay's own all
 * roles that were made meanwhile, whoever made them. Safe for use by several threads.
 */
public final class Databases implements AutoCloseable {

    private static final String LIMITS = "nosuperuser nobypassrls nocreatedb nocreaterole";

    private final PostgresServer server;
    private final Administration administration;
    private final Set<String> rolesBefore;
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private final Set<String> rolesMade = ConcurrentHashMap.newKeySet();

    /**
     * Makes databases and roles on that server.
     *
     * @throws ServerUnavailableException if the server is gone
     */
    public Databases(PostgresServer server) {
        this.server = server;
        this.administration = new Administration(server);
        this.rolesBefore = server.ephemeral() ? roles() : Set.of();
    }

    private Set<String> roles() {
        try {
            return administration.with(Databases::rolesOn);
        } catch (SQLException e) {
            throw new ServerUnavailableException(
                    "The server " + server.description() + " cannot be used: " + e.getMessage(), false, e);
        }
    }

    private static Set<String> rolesOn(Connection connection) throws SQLException {
        Set<String> roles = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select rolname from pg_catalog.pg_roles where oid >= 16384")) {
            while (rows.next()) {
                roles.add(rows.getString(1));
            }
            return roles;
        }
    }

    PostgresServer server() {
        return server;
    }

    /**
     * Makes sure that a role is there which may log in with {@link PostgresServer#rolePassword()}. A role that is made
     * here has no power over the server; one that is there already keeps its powers, and on a server that is not pgAssay's
     * own its password too.
     *
     * @throws SQLException if the server refuses
     */
    public void ensureRole(String name) throws SQLException {
        administration.with(connection -> {
            ensureRole(name, connection);
            return name;
        });
    }

    private void ensureRole(String name, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String role = Identifiers.quote(name);
            // The password is made of letters, digits, - and _: no quote can be in it.
            String login = " login password '" + server.rolePassword() + "'";
            if (exists(connection, name)) {
                if (server.ephemeral()) {
                    statement.execute("alter role " + role + login);
                }
                return;
            }
            statement.execute("create role " + role + " " + LIMITS + login);
            rolesMade.add(name);
            if (!server.ephemeral()) {
                // Since PostgreSQL 16 making a role is not enough to act as it.
                statement.execute("grant " + role + " to current_user");
            }
        }
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select from pg_catalog.pg_roles where rolname = ?")) {
            statement.setString(1, role);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * Makes an empty database.
     *
     * @param owner the role that owns it, or null for the superuser
     * @throws SQLException if the server refuses
     */
    public Database create(@Nullable String owner) throws SQLException {
        String name = newName();
        // Not template1: operations may have put something there.
        String options = " template template0" + (owner == null ? "" : " owner " + Identifiers.quote(owner));
        administration.with(connection -> create(connection, name, options));
        return new Database(this, name, true);
    }

    /**
     * Makes a copy of a database, with its owner; on a server of pgAssay's own also with its grants and settings.
     *
     * @param template the database to copy; no one may be connected to it
     * @throws SQLException if someone is, or the server refuses
     */
    public Database cloneOf(Database template) throws SQLException {
        String name = newName();
        if (!template.name().equals(server.initialDatabase())) {
            return administration.with(connection -> cloneOf(template, name, connection));
        }
        // A copy is refused while someone uses the original.
        administration.close();
        try (Connection connection = server.open(template.name().equals("postgres") ? "template1" : "postgres")) {
            return cloneOf(template, name, connection);
        }
    }

    private Database cloneOf(Database template, String name, Connection connection) throws SQLException {
        // Copying files is the faster way while nothing is flushed: 16 against 50 ms for 200 tables (in memory).
        String strategy = server.ephemeral() && server.majorVersion() >= 15 ? " strategy file_copy" : "";
        String owner = Identifiers.quote(ownerOf(template, connection));
        create(connection, name, " template " + Identifiers.quote(template.name()) + " owner " + owner + strategy);
        if (server.ephemeral()) {
            copySettings(template.name(), name, connection);
        }
        return new Database(this, name, true);
    }

    /** A database that was there before; it is never dropped. */
    public Database existing(String name) {
        return new Database(this, name, false);
    }

    private String create(Connection connection, String name, String options) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            made.add(name);
            statement.execute("create database " + Identifiers.quote(name) + options);
            return name;
        } catch (SQLException e) {
            made.remove(name);
            throw e;
        }
    }

    private static String ownerOf(Database database, Connection connection) throws SQLException {
        String sql = "select pg_catalog.pg_get_userbyid(datdba) from pg_catalog.pg_database where datname = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, database.name());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException(
                            "database " + Identifiers.quote(database.name()) + " does not exist", "3D000");
                }
                return row.getString(1);
            }
        }
    }

    /** Copies what CREATE DATABASE leaves out: ALTER DATABASE … SET and GRANT … ON DATABASE. */
    private static void copySettings(String from, String to, Connection connection) throws SQLException {
        List<String> sql = List.of(
                // A superuser may; the alternative is to take values apart and quote them anew.
                "set allow_system_table_mods = on", """
                insert into pg_catalog.pg_db_role_setting (setdatabase, setrole, setconfig)
                select target.oid, setting.setrole, setting.setconfig
                from pg_catalog.pg_db_role_setting setting
                join pg_catalog.pg_database source on source.oid = setting.setdatabase and source.datname = '%s'
                join pg_catalog.pg_database target on target.datname = '%s'
                """, """
                update pg_catalog.pg_database target
                set datacl = source.datacl
                from pg_catalog.pg_database source
                where source.datname = '%s' and target.datname = '%s'
                  and source.datacl is distinct from target.datacl
                """, "reset allow_system_table_mods");
        try (Statement statement = connection.createStatement()) {
            for (String command : sql) {
                statement.execute(command.formatted(from.replace("'", "''"), to));
            }
        }
    }

    private static String run(String sql, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return sql;
        }
    }

    private static String newName() {
        return "pgassay_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    void drop(Database database) {
        String sql = "drop database if exists " + Identifiers.quote(database.name()) + " with (force)";
        try {
            administration.with(connection -> run(sql, connection));
            made.remove(database.name());
        } catch (SQLException e) {
            throw new ServerUnavailableException(
                    "The database " + database.name() + ", which pgAssay made on " + server.description()
                            + ", could not be dropped: " + e.getMessage() + ". Run: " + sql,
                    false,
                    e);
        }
    }

    /**
     * Drops what is left of that which was made here.
     *
     * @throws ServerUnavailableException if the server is gone or refuses; the message says what stayed
     */
    @Override
    public void close() {
        List<RuntimeException> faults = new ArrayList<>();
        List.copyOf(made).forEach(name -> attempt(() -> drop(new Database(this, name, true)), faults));
        if (server.ephemeral()) {
            attempt(this::dropNewRoles, faults);
        } else {
            List.copyOf(rolesMade).forEach(role -> attempt(() -> dropRole(role), faults));
        }
        attempt(this::closeAdministration, faults);
        if (!faults.isEmpty()) {
            RuntimeException first = faults.get(0);
            faults.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    /**
     * Roles belong to the server and not to a database: those that a set-up or a migration made would be there already when
     * the next spec's migrations make them.
     */
    private void dropNewRoles() {
        String sql = """
                do $$ declare each record; begin
                  for each in select rolname from pg_catalog.pg_roles where oid >= 16384 and rolname <> all ('%s') loop
                    execute pg_catalog.format('drop owned by %%I cascade', each.rolname);
                    execute pg_catalog.format('drop role %%I', each.rolname);
                  end loop;
                end $$""".formatted(literal(rolesBefore));
        try {
            administration.with(connection -> run(sql, connection));
        } catch (SQLException e) {
            throw new ServerUnavailableException(
                    "The roles that were made on " + server.description() + " could not be dropped: " + e.getMessage(),
                    false,
                    e);
        }
    }

    private void closeAdministration() {
        try {
            administration.close();
        } catch (SQLException e) {
            throw new ServerUnavailableException(
                    "The connection to " + server.description() + " could not be closed: " + e.getMessage(), false, e);
        }
    }

    private static String literal(Set<String> names) {
        return names.stream()
                .map(name -> '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"))
                .replace("'", "''");
    }

    private static void attempt(Runnable drop, List<RuntimeException> faults) {
        try {
            drop.run();
        } catch (ServerUnavailableException e) {
            faults.add(e);
        }
    }

    private void dropRole(String role) {
        String sql = "drop role if exists " + Identifiers.quote(role);
        try {
            administration.with(connection -> run(sql, connection));
            rolesMade.remove(role);
        } catch (SQLException e) {
            throw new ServerUnavailableException(
                    "The role " + role + ", which pgAssay made on " + server.description() + ", could not be dropped: "
                            + e.getMessage() + ". Run: " + sql,
                    false,
                    e);
        }
    }
}
