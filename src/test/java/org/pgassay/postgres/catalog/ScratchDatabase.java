package org.pgassay.postgres.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.postgres.server.TestServers;

/** An empty database on a shared server, with one connection in auto-commit mode; dropped when closed. */
public final class ScratchDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final PostgresServer server;
    private final String name;
    private final Connection connection;

    private ScratchDatabase(PostgresServer server, String name, Connection connection) {
        this.server = server;
        this.name = name;
        this.connection = connection;
    }

    /** Makes a database on the shared server of a major version. */
    public static ScratchDatabase on(int major) throws SQLException {
        PostgresServer server = TestServers.shared(major);
        String name = "scratch_" + COUNT.incrementAndGet();
        try (Connection first = server.open(server.initialDatabase());
                Statement statement = first.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return new ScratchDatabase(server, name, server.open(name));
    }

    /** Makes a database with everything that a catalog can hold on every version. */
    public static ScratchDatabase withEverything(int major) throws SQLException {
        return on(major).run(everything());
    }

    /** The DDL of one of every kind of object. */
    public static String everything() {
        try (InputStream in =
                Objects.requireNonNull(ScratchDatabase.class.getResourceAsStream("everything.sql"), "everything.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes sure that the server has a role, which has no powers; it outlives this database. */
    public ScratchDatabase role(String name) throws SQLException {
        return run("""
                do $$ begin
                  if not exists (select from pg_roles where rolname = '%1$s') then
                    create role %1$s;
                  end if;
                end $$""".formatted(name));
    }

    /** Runs SQL. */
    public ScratchDatabase run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }

    /** The database's name. */
    public String name() {
        return name;
    }

    /** The connection, which this database closes. */
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        try (Connection last = server.open(server.initialDatabase());
                Statement statement = last.createStatement()) {
            statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }
}
