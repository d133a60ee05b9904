package org.pgassay.postgres.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.pgassay.catalog.Identifiers;
import org.pgassay.migration.Login;

/** One database of a server; closing it drops it, unless it was there before. */
public final class Database implements AutoCloseable {

    private final Databases databases;
    private final String name;
    private final boolean temporary;

    Database(Databases databases, String name, boolean temporary) {
        this.databases = databases;
        this.name = name;
        this.temporary = temporary;
    }

    /** The database's name, not quoted. */
    public String name() {
        return name;
    }

    /** Whether pgAssay made it, and drops it. */
    public boolean temporary() {
        return temporary;
    }

    /**
     * Opens a connection as the server's superuser.
     *
     * @throws SQLException if the server cannot be reached or refuses
     */
    public Connection open() throws SQLException {
        return databases.server().open(name);
    }

    /**
     * Opens a connection as a role that {@link Databases#ensureRole(String)} knows.
     *
     * @throws SQLException if the server cannot be reached or refuses
     */
    public Connection open(String role) throws SQLException {
        return databases.server().open(name, role);
    }

    /**
     * Opens a connection as a role, which may be the server's superuser.
     *
     * @throws SQLException if the server cannot be reached or refuses
     */
    public Connection openAs(String role) throws SQLException {
        return role.equals(databases.server().superuser()) ? open() : open(role);
    }

    /** How a program of its own logs in as a role, which may be the server's superuser. */
    public Login login(String role) {
        return databases.server().login(name, role.equals(databases.server().superuser()) ? null : role);
    }

    /**
     * Makes a role the database's owner.
     *
     * @throws SQLException if the server refuses
     */
    public void giveTo(String role) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + Identifiers.quote(name) + " owner to " + Identifiers.quote(role));
        }
    }

    /**
     * Drops the database, with whoever is still connected to it; does nothing to one that was there before.
     *
     * @throws ServerUnavailableException if the server is gone or refuses
     */
    @Override
    public void close() {
        if (temporary) {
            databases.drop(this);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
