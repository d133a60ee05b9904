package org.pgassay.probe.seeds;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Seeding.Answer;
import org.pgassay.check.Seeding.Refused;
import org.pgassay.check.Seeding.Rows;
import org.pgassay.seeding.Discretion;
import org.pgassay.sql.SqlStates;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Asks for rows, in transactions that may not write. */
final class Reading {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** More are not held in memory. */
    private static final int MOST = 100_000;

    /** Values are printed alike whatever the server is set to; what row security would hide is an error. */
    private static final String SESSION = """
            set timezone to 'UTC'; set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres'; set bytea_output to 'hex';
            set extra_float_digits to 1; set row_security to off;
            set statement_timeout to '30s'; set lock_timeout to '10s'""";

    private Reading() {}

    /** Prepares a session. */
    static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SESSION);
        }
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
    }

    /** The answer to a query; the transaction is over afterwards. */
    static Answer answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setMaxRows(MOST + 1);
            try (ResultSet result = statement.executeQuery(query)) {
                return rows(result);
            }
        } catch (SQLException e) {
            ServerErrorMessage server = e instanceof PSQLException known ? known.getServerErrorMessage() : null;
            if (server == null || SqlStates.lost(e.getSQLState())) {
                throw e;
            }
            return new Refused(
                    INSUFFICIENT_PRIVILEGE.equals(e.getSQLState()),
                    Discretion.server(server.getSeverity() + " " + server.getSQLState() + ": " + server.getMessage()));
        } finally {
            connection.rollback();
        }
    }

    private static Answer rows(ResultSet result) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        List<List<@Nullable String>> rows = new ArrayList<>();
        while (result.next()) {
            if (rows.size() == MOST) {
                return new Refused(false, "the query gives more than " + MOST + " rows");
            }
            List<@Nullable String> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                row.add(result.getString(i));
            }
            rows.add(row);
        }
        return new Rows(columns, rows);
    }
}
