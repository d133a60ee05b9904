package org.pgassay.probe.tenancy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.UntriedException;
import org.pgassay.probe.TenantContext;

/** A session of the application's role. All that it does is undone. */
final class Attacker implements AutoCloseable {

    private final Connection connection;
    private final @Nullable TenantContext context;
    private final String role;

    /**
     * A session.
     *
     * @param context how it says for which tenant it works; null if it need not
     */
    Attacker(Connection connection, @Nullable TenantContext context, String role) throws SQLException {
        this.connection = connection;
        this.context = context;
        this.role = role;
        connection.setAutoCommit(false);
    }

    /** Something that is done and undone. */
    interface Work<T> {
        T run() throws SQLException;
    }

    String role() {
        return role;
    }

    /** Does something in a transaction of its own, for a tenant, and undoes it. */
    <T> T as(Tenant tenant, Work<T> work) throws SQLException {
        try {
            immediate();
            enter(tenant);
            return work.run();
        } finally {
            connection.rollback();
        }
    }

    /** Does something in a transaction of its own, for no tenant, and undoes it. */
    <T> T asNobody(Work<T> work) throws SQLException {
        try {
            return work.run();
        } finally {
            connection.rollback();
        }
    }

    private void enter(Tenant tenant) throws SQLException {
        if (context == null) {
            return;
        }
        Map<String, @Nullable String> values = new LinkedHashMap<>(tenant.values());
        try {
            context.enter(connection, values);
        } catch (SQLException e) {
            throw new UntriedException(
                    "the statement under 'tenancy: {context: …}' is " + Refusal.of(e).words(),
                    "Correct the statement, or grant " + role + " what it needs.");
        }
    }

    /** What is deferred would never be looked at, as nothing is committed. */
    private void immediate() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set constraints all immediate");
        }
    }

    /** Does something and undoes it, within the transaction. */
    <T> T undone(Work<T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        T result;
        try {
            result = work.run();
        } catch (NotPreparedException e) {
            connection.rollback(before);
            throw e;
        }
        connection.rollback(before);
        connection.releaseSavepoint(before);
        return result;
    }

    /** Runs a statement; one that is refused leaves the transaction as it was before it. */
    Answer run(String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            Answer answer = answer(statement, statement.execute(sql));
            connection.releaseSavepoint(before);
            return answer;
        } catch (SQLException e) {
            Refusal refusal = Refusal.of(e);
            connection.rollback(before);
            connection.releaseSavepoint(before);
            return Answer.refused(refusal);
        }
    }

    private static Answer answer(Statement statement, boolean hasRows) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        long count = hasRows ? 0 : statement.getUpdateCount();
        if (hasRows) {
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(Objects.requireNonNullElse(result.getString(i), ""));
                    }
                    rows.add(row);
                    count++;
                }
            }
        }
        List<String> notices = new ArrayList<>();
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            notices.add(String.valueOf(warning.getMessage()));
        }
        return new Answer(rows, count, null, notices);
    }

    /** Where the rows are that it sees. */
    Answer addresses(QualifiedName table) throws SQLException {
        return run("select tableoid || ' ' || ctid from " + table.sql());
    }

    /** The columns for which it has a privilege. */
    List<String> columns(QualifiedName table, String privilege) throws SQLException {
        return run("select attname from pg_catalog.pg_attribute where attrelid = "
                        + World.literal(table.sql())
                        + "::pg_catalog.regclass and attnum > 0 and not attisdropped"
                        + " and pg_catalog.has_column_privilege(attrelid, attnum, '" + privilege + "') order by attnum")
                .rows()
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** What a superuser sees of the rows that a condition holds for: another text if any is put in, changed or deleted. */
    String state(QualifiedName table, String condition) throws SQLException {
        return must("select pgassay_probe.state(" + World.literal(table.sql()) + ", " + World.literal(condition) + ")")
                .rows()
                .get(0)
                .get(0);
    }

    /** Deletes rows as a superuser, whatever stands in the way. */
    void clear(QualifiedName table, String condition) throws SQLException {
        must("select pgassay_probe.clear(" + World.literal(table.sql()) + ", " + World.literal(condition) + ")");
    }

    /** Sets the triggers of a table aside. */
    void quiet(QualifiedName table) throws SQLException {
        must("select pgassay_probe.quiet(" + World.literal(table.sql()) + ")");
    }

    /** Brings a materialized view up to date. */
    void refresh(QualifiedName view) throws SQLException {
        must("select pgassay_probe.refresh(" + World.literal(view.sql()) + ")");
    }

    private Answer must(String sql) throws SQLException {
        Answer answer = run(sql);
        Refusal refusal = answer.refusal();
        if (refusal != null) {
            throw new NotPreparedException("what the attempt needs could not be prepared: " + refusal.message());
        }
        return answer;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** What an attempt needs could not be prepared. */
    static final class NotPreparedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotPreparedException(String message) {
            super(message);
        }
    }
}
