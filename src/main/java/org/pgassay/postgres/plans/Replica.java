package org.pgassay.postgres.plans;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.plan.ColumnStatistics;
import org.pgassay.plan.StatisticsException;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlStates;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/**
 * A temporary table like another one, of which the planner can be asked without that it opens the other one's indexes: these
 * must not have been read when their files are changed. Closing it undoes all.
 */
final class Replica implements AutoCloseable {

    private static final QualifiedName NAME = new QualifiedName("pg_temp", "pgassay_replica");

    /** So many that parts of them are exact. */
    private static final double ROWS = 1e12;

    private static final Pattern PLAN_ROWS = Pattern.compile("\"Plan Rows\": ([0-9.e+]+)");

    private final Connection connection;
    private final QualifiedName table;
    private final boolean autoCommit;

    /** Makes it; the connection must be in no transaction. */
    Replica(Connection connection, QualifiedName table) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        execute("create temporary table " + NAME.sql() + " as select * from " + table.sql() + " with no data");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * An expression as PostgreSQL prints it in an index's definition.
     *
     * @throws StatisticsException if it is no expression over the table
     */
    String printed(String expression) throws SQLException {
        if (!closed(expression)) {
            throw new StatisticsException(
                    table,
                    expression,
                    null,
                    table.sql() + " has no column '" + expression + "', nor is it an expression.");
        }
        execute("savepoint expression");
        try {
            execute("create index pgassay_expression on " + NAME.sql() + " ((" + expression + "))");
            return one("select pg_catalog.pg_get_indexdef('pg_temp.pgassay_expression'::regclass, 1, false)");
        } catch (SQLException e) {
            if (SqlStates.lost(e.getSQLState())) {
                throw e;
            }
            throw new StatisticsException(
                    table,
                    expression,
                    null,
                    table.sql() + " has no column '" + expression + "', and no index can have that expression: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        } finally {
            execute("rollback to savepoint expression");
        }
    }

    /** Whether it ends where its parentheses do, and is one piece. */
    private static boolean closed(String expression) {
        try {
            List<Token> tokens = SqlLexer.tokens(expression);
            int depth = 0;
            for (Token token : tokens) {
                depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
                if (depth < 0 || token.isSymbol(';') || token.kind() == Token.Kind.META) {
                    return false;
                }
            }
            return depth == 0 && !tokens.isEmpty() && !expression.contains("--");
        } catch (SqlSyntaxException e) {
            return false;
        }
    }

    /** Makes the planner believe that the rows are like that. */
    void describe(List<ColumnStatistics> columns) throws SQLException {
        execute("set local allow_system_table_mods = on");
        execute("insert into " + NAME.sql() + " default values");
        try (PreparedStatement statement = connection.prepareStatement("update pg_catalog.pg_class set relpages = 1,"
                + " reltuples = ? where oid = pg_catalog.to_regclass('" + NAME.sql() + "')")) {
            statement.setFloat(1, (float) ROWS);
            statement.executeUpdate();
        }
        ColumnWriter.write(connection, Map.of(NAME, columns));
    }

    /** The part of the rows for which a condition holds, as the planner sees it. */
    double share(String predicate) throws SQLException {
        String plan = one("explain (format json) select from " + NAME.sql() + " where " + predicate);
        Matcher rows = PLAN_ROWS.matcher(plan);
        if (!rows.find()) {
            throw new IllegalStateException("no rows in " + plan);
        }
        double found = Double.parseDouble(rows.group(1));
        // The planner never says less than one row, and the one that is there may be it.
        return found <= 1 ? 0 : Math.min(1, found / ROWS);
    }

    private String one(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.rollback();
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }
}
