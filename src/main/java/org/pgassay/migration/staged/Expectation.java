package org.pgassay.migration.staged;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.Escort;
import org.pgassay.migration.MigrationRun.Failure;
import org.pgassay.migration.MigrationRun.Refused;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Statements;
import org.pgassay.sql.Token;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Lets the errors pass that a stage declares, and keeps its transaction whole. */
final class Expectation implements Escort {

    private static final String SAVEPOINT = "pgassay_statement";

    /** What begins, divides or ends transactions: a savepoint around it would be lost, or be in its way. */
    private static final Set<String> CONTROL =
            Set.of("begin", "start", "commit", "end", "abort", "rollback", "savepoint", "release", "prepare");

    private final Connection connection;
    private final List<ExpectedError> expected;
    private final boolean whole;
    private final List<Refused> met = new ArrayList<>();
    private boolean guarded;
    private @Nullable SQLException last;

    /**
     * The expectation of a stage.
     *
     * @param whole whether somebody else begins and ends a transaction around the files
     */
    Expectation(Connection connection, List<ExpectedError> expected, boolean whole) {
        this.connection = connection;
        this.expected = List.copyOf(expected);
        this.whole = whole;
    }

    /** The errors that came as expected. */
    List<Refused> met() {
        return List.copyOf(met);
    }

    @Override
    public @Nullable String refusal(Statements.Statement statement) {
        return whole && endsTransaction(SqlLexer.tokens(statement.text()))
                ? "the whole stage is one transaction, so that a file cannot begin or end one. Take this out, or state"
                        + " 'transaction: statement' for the stage."
                : null;
    }

    /** Whether it is BEGIN, COMMIT or the like; ROLLBACK TO a savepoint ends none. */
    private static boolean endsTransaction(List<Token> tokens) {
        String first = word(tokens, 0);
        return switch (first) {
            case "begin", "commit", "end", "abort" -> true;
            case "start", "prepare" -> word(tokens, 1).equals("transaction");
            case "rollback" ->
                !word(tokens, 1).equals("to")
                        && !(Set.of("work", "transaction").contains(word(tokens, 1))
                                && word(tokens, 2).equals("to"));
            default -> false;
        };
    }

    private static String word(List<Token> tokens, int at) {
        return at < tokens.size() ? tokens.get(at).text().toLowerCase(Locale.ROOT) : "";
    }

    @Override
    public void before(Statements.Statement statement) throws SQLException {
        guarded = !expected.isEmpty() && inTransaction() && !control(SqlLexer.tokens(statement.text()));
        if (guarded) {
            run("savepoint " + SAVEPOINT);
        }
    }

    private static boolean control(List<Token> tokens) {
        String first = word(tokens, 0);
        return CONTROL.contains(first)
                || (first.equals("set") && Set.of("transaction", "session").contains(word(tokens, 1)));
    }

    @Override
    public void after(Statements.Statement statement) throws SQLException {
        if (guarded) {
            run("release savepoint " + SAVEPOINT);
        }
    }

    @Override
    public void refused(SQLException error) {
        last = error;
    }

    @Override
    public boolean goesOn(Failure failure) throws SQLException {
        SQLException error = last;
        last = null;
        int which = error == null ? -1 : which(error);
        if (which < 0) {
            return false;
        }
        if (guarded) {
            run("rollback to savepoint " + SAVEPOINT);
            run("release savepoint " + SAVEPOINT);
        } else if (state() == TransactionState.FAILED) {
            // It stood outside a savepoint, so that what was before it in its transaction is lost.
            return false;
        }
        met.add(new Refused(which, failure));
        return true;
    }

    private int which(SQLException error) {
        for (int i = 0; i < expected.size(); i++) {
            if (expected.get(i).matches(error)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean spansFiles() {
        return whole;
    }

    /** Whether a transaction is open, and has not failed. */
    boolean inTransaction() throws SQLException {
        return state() == TransactionState.OPEN;
    }

    private TransactionState state() throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState();
    }

    private void run(String sql) throws SQLException {
        try (Statement jdbc = connection.createStatement()) {
            jdbc.execute(sql);
        }
    }
}
