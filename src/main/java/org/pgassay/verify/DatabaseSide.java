package org.pgassay.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.diff.Side;
import org.pgassay.postgres.catalog.BlindSpots;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.PostgresServer;

/**
 * A database that is there, as a side of a comparison.
 *
 * @param closing what drops the database, if pgAssay made it
 * @param losses what it lacks of that which it was made of, in lines
 */
record DatabaseSide(PostgresServer server, Runnable closing, Database database, List<String> losses)
        implements OpenSide {

    /** Copies the list. */
    DatabaseSide {
        losses = List.copyOf(losses);
    }

    /** A migration that holds a table must not keep a comparison waiting for ever. */
    private static final String PATIENCE = "SET lock_timeout = '60s'";

    @Override
    public int version() {
        return server.majorVersion();
    }

    @Override
    public @Nullable List<String> scope() {
        return null;
    }

    @Override
    public List<String> allSchemas() throws SQLException {
        try (Connection connection = open()) {
            return List.copyOf(
                    new TreeSet<>(CatalogReader.read(connection, List.of()).otherSchemas()));
        }
    }

    @Override
    public Side read(String label, List<String> schemas) throws SQLException {
        try (Connection connection = open()) {
            Catalog catalog = CatalogReader.read(connection, schemas);
            return new Side(label, catalog, version(), unseen(connection));
        }
    }

    private List<Side.Unseen> unseen(Connection connection) throws SQLException {
        List<Side.Unseen> unseen = new ArrayList<>();
        losses.forEach(loss -> unseen.add(new Side.Unseen(null, loss)));
        for (String mapping : BlindSpots.userMappings(connection)) {
            unseen.add(new Side.Unseen(
                    new Difference.Key(ObjectKind.OTHER, null, mapping, null),
                    "PostgreSQL hides its options from the role " + server.superuser()
                            + "; compare as the owner of the foreign server or as a superuser"));
        }
        return unseen;
    }

    private Connection open() throws SQLException {
        Connection connection = database.open();
        try (Statement statement = connection.createStatement()) {
            statement.execute(PATIENCE);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
