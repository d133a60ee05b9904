package org.pgassay.probe.immutability;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Attacks.Who;
import org.pgassay.probe.TenantContext;
import org.pgassay.sql.SqlStates;
import org.postgresql.util.PSQLException;

/** A role that is connected and tries things, each in a transaction that is rolled back. */
final class Assailant implements AutoCloseable {

    private static final String ROWS = "select pgassay_probe.ledger_rows() as pgassay_ledger_rows";

    private final Who who;
    private final String role;
    private final Connection connection;
    private final Optional<TenantContext> context;
    private final boolean bound;
    private final Set<String> barred = new HashSet<>();

    /** Takes the connection over. */
    Assailant(Who who, String role, Connection connection, Optional<TenantContext> context, String table)
            throws SQLException {
        this.who = who;
        this.role = role;
        this.connection = connection;
        this.context = context;
        connection.setAutoCommit(false);
        this.bound = boundBy(table);
    }

    Who who() {
        return who;
    }

    String role() {
        return role;
    }

    /** Notes that it has no privilege for statements of a kind, which no circumstance changes but a change of role. */
    void bar(String kind) {
        barred.add(kind);
    }

    /** Whether it is known to have no privilege for statements of a kind. */
    boolean isBarred(String kind) {
        return barred.contains(kind);
    }

    /** Whether row security hides rows of the table from it. */
    boolean bound() {
        return bound;
    }

    /** Whether row security hides rows of a table from it. */
    boolean boundBy(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select pgassay_probe.bound('" + table.replace("'", "''") + "', session_user)")) {
            return row.next() && row.getBoolean(1);
        } finally {
            connection.rollback();
        }
    }

    /** What is done in a transaction. */
    interface Deed {
        void run(Connection connection) throws SQLException;
    }

    /** Tries a statement. */
    Shot fire(LedgerRow row, List<String> before, String sql) throws SQLException {
        return fire(row.tenant(), before, connection -> {}, sql + ";\n");
    }

    /**
     * Tries something.
     *
     * @param tenant whom it is done for, where the application says that
     * @param before statements that come first
     */
    Shot fire(Map<String, @Nullable String> tenant, List<String> before, Deed deed) throws SQLException {
        return fire(tenant, before, deed, "");
    }

    private Shot fire(Map<String, @Nullable String> tenant, List<String> before, Deed deed, String sql)
            throws SQLException {
        boolean setUp = true;
        try {
            if (context.isPresent()) {
                context.get().enter(connection, tenant);
            }
            for (String statement : before) {
                run(connection, statement);
            }
            setUp = false;
            deed.run(connection);
            // A guard may wait for the transaction's end.
            return new Shot(null, false, last(sql + "set constraints all immediate; " + ROWS));
        } catch (PSQLException e) {
            if (isLost(e)) {
                throw e;
            }
            Shot.Refusal refusal = Shot.Refusal.of(e.getSQLState(), e.getMessage(), e.getServerErrorMessage());
            // The table, or a column of it, is gone.
            return refusal.where().contains("\"ledger_rows\"")
                            || refusal.message().contains("ledger_rows")
                    ? new Shot(null, false, null)
                    : new Shot(refusal, setUp, null);
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
            }
        }
    }

    /**
     * Runs statements in one go.
     *
     * @return what the last one shows: a function of the superuser's sees all rows, those that this transaction has changed
     *     as they would be
     */
    private List<String> last(String sql) throws SQLException {
        List<String> rows = List.of();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            boolean result = statement.execute(sql);
            while (result || statement.getUpdateCount() >= 0) {
                if (result) {
                    rows = rows(statement.getResultSet());
                }
                result = statement.getMoreResults();
            }
        }
        return rows;
    }

    private static List<String> rows(@Nullable ResultSet result) throws SQLException {
        if (result == null || !result.getMetaData().getColumnName(1).equals("pgassay_ledger_rows") || !result.next()) {
            return List.of();
        }
        Array array = result.getArray(1);
        return List.of((String[]) array.getArray());
    }

    /**
     * Runs statements for a tenant, and undoes them.
     *
     * @return the text that the last one shows; nothing if they were refused
     */
    Optional<String> ask(Map<String, @Nullable String> tenant, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (context.isPresent()) {
                context.get().enter(connection, tenant);
            }
            statement.setEscapeProcessing(false);
            boolean result = statement.execute(sql);
            Optional<String> text = Optional.empty();
            while (result || statement.getUpdateCount() >= 0) {
                if (result) {
                    text = shown(statement.getResultSet());
                }
                result = statement.getMoreResults();
            }
            return text;
        } catch (PSQLException e) {
            if (isLost(e)) {
                throw e;
            }
            return Optional.empty();
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
            }
        }
    }

    private static Optional<String> shown(@Nullable ResultSet result) throws SQLException {
        return result != null && result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty();
    }

    /** Whether the session is over, or the server. */
    private static boolean isLost(SQLException e) {
        return SqlStates.lost(e.getSQLState()) || SqlStates.internal(e.getSQLState());
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
