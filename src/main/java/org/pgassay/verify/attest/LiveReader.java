package org.pgassay.verify.attest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.pgassay.catalog.Catalog;
import org.pgassay.postgres.catalog.BlindSpots;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.ExternalServer;

/**
 * Reads a database in one transaction that may not write, and is rolled back: it takes no transaction id, and no lock but
 * those of reading.
 */
final class LiveReader {

    /** In the order in which they are sent. */
    private static final List<String> SETTINGS = List.of(
            "set transaction isolation level repeatable read, read only",
            "set local statement_timeout = '120s'",
            "set local idle_in_transaction_session_timeout = '300s'");

    private LiveReader() {}

    /**
     * What was read.
     *
     * @param hidden the user mappings whose options the login may not see
     * @param standby whether the server follows another one, which may be ahead of it
     */
    record Reading(Catalog catalog, List<String> hidden, boolean standby) {}

    /**
     * Reads.
     *
     * @param patience how long to wait for a lock, such as {@code 10s}
     */
    static Reading read(ExternalServer server, List<String> schemas, String patience) throws SQLException {
        try (Connection connection = server.open(server.initialDatabase())) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String setting : SETTINGS) {
                    statement.execute(setting);
                }
                statement.execute("set local lock_timeout = '" + patience + "'");
                Reading reading = new Reading(
                        CatalogReader.readWithin(connection, schemas),
                        BlindSpots.userMappings(connection),
                        isStandby(statement));
                connection.rollback();
                return reading;
            }
        }
    }

    private static boolean isStandby(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_catalog.pg_is_in_recovery()")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
