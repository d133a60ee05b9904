package org.pgassay.postgres.server;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.Login;

/**
 * A PostgreSQL server that this process may use. Closing it stops what pgAssay started, and nothing else.
 *
 * <p>Safe for use by several threads.
 */
public interface PostgresServer extends AutoCloseable {

    /** {@code embedded}, {@code testcontainers} or {@code external}. */
    String provider();

    /** The server's version as it states it, such as {@code 18.6}. */
    String version();

    /** The server's major version, such as 18. */
    int majorVersion();

    /** What else tells this server from others: image, host and port; never a password. */
    String description();

    /**
     * Whether pgAssay made this server for itself, so that roles, databases and files in it are free to change.
     */
    boolean ephemeral();

    /** The superuser, or for an external server the user of its URL. */
    String superuser();

    /** The database to connect to first: {@code postgres}, or for an external server the one in its URL. */
    String initialDatabase();

    /**
     * Opens a connection as {@link #superuser()}.
     *
     * @throws SQLException if the server cannot be reached or refuses
     */
    Connection open(String database) throws SQLException;

    /**
     * Opens a connection as a role that {@link Databases} made on this server.
     *
     * @throws SQLException if the server cannot be reached or refuses
     */
    Connection open(String database, String role) throws SQLException;

    /**
     * How a program of its own logs in.
     *
     * @param role as for {@link #open(String, String)}; null for the superuser
     */
    Login login(String database, @Nullable String role);

    /** The password with which {@link #open(String, String)} logs a role in; made anew for each server. */
    String rolePassword();

    @Override
    void close();
}
