package org.pgassay.postgres.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs statements in the caller's transaction, each in a savepoint: a refused one leaves no trace but in sequences. */
final class Session {

    /** Far more than any statement on a handful of rows needs, far less than anybody waits. */
    private static final int SECONDS = 20;

    private final Connection connection;

    Session(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    interface Work<T> {
        T run() throws SQLException;
    }

    /** Does something, and undoes all of it if it fails. */
    <T> T attempt(Work<T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            T result = work.run();
            connection.releaseSavepoint(before);
            return result;
        } catch (SQLException | RuntimeException e) {
            undo(before, e);
            throw e;
        }
    }

    /** Does something, and undoes it however it ends. */
    <T> T undone(Work<T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        T result;
        try {
            result = work.run();
        } catch (SQLException | RuntimeException e) {
            undo(before, e);
            throw e;
        }
        connection.rollback(before);
        connection.releaseSavepoint(before);
        return result;
    }

    /** Asks something, and undoes whatever the question has changed. */
    List<List<@Nullable String>> ask(String sql) throws SQLException {
        return undone(() -> rows(sql));
    }

    /** Runs a statement that may return rows, and gives these as text. */
    List<List<@Nullable String>> rows(String sql) throws SQLException {
        try (Statement statement = statement()) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            if (!statement.execute(sql)) {
                return rows;
            }
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    List<@Nullable String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(result.getString(i));
                    }
                    rows.add(Collections.unmodifiableList(row));
                }
            }
            return rows;
        }
    }

    /** The one value that a query returns. */
    @Nullable
    String value(String sql) throws SQLException {
        List<List<@Nullable String>> rows = rows(sql);
        return rows.isEmpty() ? null : rows.get(0).get(0);
    }

    private Statement statement() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        statement.setQueryTimeout(SECONDS);
        return statement;
    }

    private void undo(Savepoint before, Exception failure) {
        try {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }
}
