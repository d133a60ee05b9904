package org.pgassay.postgres.catalog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Identifiers;

/**
 * Reads a {@link Catalog} from PostgreSQL 14 to 18: a fixed number of queries, sent in one round trip, however many
 * objects there are.
 *
 * <p>Never read: temporary objects, the schemas of the system, what extensions own, what initdb made, and secrets: of a
 * user mapping only the names of its options, of a subscription not its connection. Not part of a catalog: what belongs
 * to the server and not to the database (roles, tablespaces, parameters), settings and privileges of the database
 * itself, large objects, security labels, and the names of NOT NULL constraints.
 */
public final class CatalogReader {

    private static final String SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";
    private static final String SCRIPT = CatalogQuery.script();
    private static final String NOTHING_ELSE = "'pg_catalog, pg_temp'";

    private CatalogReader() {}

    /**
     * Reads in a transaction of its own, which sees one state of the database and writes nothing.
     *
     * @param connection in auto-commit mode, and left so
     * @param schemas what to read; those that do not exist are left out
     * @throws IllegalStateException if a transaction may be open already: then {@link #readWithin} is meant
     */
    public static Catalog read(Connection connection, List<String> schemas) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException(
                    "The catalog cannot be read in a transaction of its own while another may be open on this"
                            + " connection. Call readWithin, or give a connection in auto-commit mode.");
        }
        return inSnapshot(connection, schemas, SCRIPT);
    }

    /**
     * Reads like {@link #read}, but for people: names in expressions, types and definitions are printed without their
     * schema wherever the schemas on the {@code search_path}, in their order, make them plain. Not to be compared with
     * what {@link #read} returns.
     */
    public static Catalog readPrinted(Connection connection, List<String> schemas) throws SQLException {
        String path = schemas.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        return inSnapshot(connection, schemas, SCRIPT.replace(NOTHING_ELSE, "'" + path.replace("'", "''") + "'"));
    }

    private static Catalog inSnapshot(Connection connection, List<String> schemas, String script) throws SQLException {
        connection.setAutoCommit(false);
        return thenEnd(() -> runInSnapshot(connection, schemas, script), () -> endTransaction(connection));
    }

    /**
     * Reads in the transaction that is open on the connection, with all that it has done, and leaves that transaction
     * and its settings as they were, even if reading fails.
     *
     * @param connection not in auto-commit mode
     * @param schemas what to read; those that do not exist are left out
     * @throws IllegalStateException if the connection is in auto-commit mode: then {@link #read} is meant
     */
    public static Catalog readWithin(Connection connection, List<String> schemas) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("There is no transaction to read the catalog in: the connection is in"
                    + " auto-commit mode. Call read, or switch auto-commit off.");
        }
        Savepoint before = connection.setSavepoint();
        return thenEnd(() -> run(connection, schemas, SCRIPT), () -> undoTo(connection, before));
    }

    private interface Reading {
        Catalog read() throws SQLException;
    }

    private interface Ending {
        void end() throws SQLException;
    }

    /** Ends a reading in any case, so that a failure in ending it does not hide why the reading failed. */
    private static Catalog thenEnd(Reading reading, Ending ending) throws SQLException {
        Catalog catalog;
        try {
            catalog = reading.read();
        } catch (SQLException | RuntimeException failure) {
            try {
                ending.end();
            } catch (SQLException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
        ending.end();
        return catalog;
    }

    private static void endTransaction(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private static void undoTo(Connection connection, Savepoint before) throws SQLException {
        connection.rollback(before);
        connection.releaseSavepoint(before);
    }

    private static Catalog runInSnapshot(Connection connection, List<String> schemas, String script)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Not in one text with the queries: some settings of the driver analyse these first, which is too late.
            statement.execute(SNAPSHOT);
        }
        return run(connection, schemas, script);
    }

    private static Catalog run(Connection connection, List<String> schemas, String script) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(script)) {
            Array names = connection.createArrayOf("text", schemas.toArray());
            int parameter = 0;
            for (CatalogQuery query : CatalogQuery.values()) {
                if (query.takesSchemas()) {
                    statement.setArray(++parameter, names);
                }
            }
            statement.execute();
            return collect(statement);
        }
    }

    private static Catalog collect(PreparedStatement statement) throws SQLException {
        CatalogAssembler assembler = new CatalogAssembler();
        boolean first = true;
        for (CatalogQuery query : CatalogQuery.values()) {
            if (!first) {
                statement.getMoreResults();
            }
            first = false;
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    assembler.accept(query, rows);
                }
            }
        }
        return assembler.catalog();
    }
}
