package org.pgassay.migration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgassay.sql.InlineRows;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Statements;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Runs SQL files as psql does: each file in a fresh session, statement by statement, each in a transaction of its own
 * unless the file says BEGIN, and stopping at the first error.
 */
public final class SqlRunner {

    private static final int SHOWN = 400;

    private static final String TO_STDOUT =
            "COPY … TO stdout gives rows to whoever runs it, and changes nothing in the database. Take it out.";

    private static final Pattern ENCODING = Pattern.compile(
            "(?i)set\\s+((session|local)\\s+)?(client_encoding\\s*(=|\\s+to\\s)|names\\s)\\s*['\"]?(?<name>[\\w-]+)['\"]?");

    private static final Pattern UTF_8 = Pattern.compile("(?i)utf[_-]?8|unicode|default");

    private static final String NO_ACTIVE_TRANSACTION = "25P01";

    private final Connection connection;
    private final Listener listener;
    private final Escort escort;

    /** A runner over a connection in autocommit mode, logged in as the role that is to own what is made. */
    public SqlRunner(Connection connection) {
        this(connection, revision -> {});
    }

    /** The same, telling someone which revision it comes to. */
    SqlRunner(Connection connection, Listener listener) {
        this(connection, listener, Escort.NONE);
    }

    /** A runner whose statements someone has a say in. */
    public SqlRunner(Connection connection, Escort escort) {
        this(connection, revision -> {}, escort);
    }

    private SqlRunner(Connection connection, Listener listener, Escort escort) {
        this.connection = connection;
        this.listener = listener;
        this.escort = escort;
    }

    /** Is told before a revision is applied. */
    interface Listener {

        /** The revision that is next. */
        void begins(Revision revision) throws SQLException;
    }

    /**
     * Applies the revisions in their order.
     *
     * @throws SQLException only if the connection is lost; an error of a statement is a failed step
     */
    public MigrationRun apply(List<Revision> revisions) throws SQLException {
        List<MigrationRun.Step> steps = new ArrayList<>();
        boolean failed = false;
        for (Revision revision : revisions) {
            if (!steps.isEmpty() && !failed) {
                freshSession();
            }
            if (!failed) {
                listener.begins(revision);
            }
            MigrationRun.Step step = failed
                    ? new MigrationRun.Step(revision, MigrationRun.State.PENDING, 0, null)
                    : run(revision, revision.file());
            failed |= step.state() != MigrationRun.State.APPLIED;
            steps.add(step);
        }
        return new MigrationRun(steps);
    }

    /** What a file sets is gone with its session, as with psql: a dump empties the search path. */
    private void freshSession() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("discard all");
        }
    }

    /**
     * Runs one file for a revision.
     *
     * @throws SQLException only if the connection is lost
     */
    public MigrationRun.Step run(Revision revision, Path file) throws SQLException {
        String script;
        try {
            script = text(file);
        } catch (CharacterCodingException e) {
            return failed(revision, file, 0, 1, "the file is not UTF-8 text");
        } catch (IOException e) {
            return failed(revision, file, 0, 1, "the file cannot be read: " + e.getMessage());
        }
        int nul = script.indexOf('\0');
        if (nul >= 0) {
            // To the server, which is sent the statement as a C string, it would be the statement's end.
            return failed(revision, file, 0, Statements.lineOf(script, nul), "the file holds a NUL: it is no SQL");
        }
        try {
            return run(revision, file, script, Statements.of(script));
        } catch (SqlSyntaxException e) {
            return failed(revision, file, 0, Statements.lineOf(script, e.offset()), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Runs some statements of a script for a revision.
     *
     * @param script the whole text of the file, which the statements' offsets count in
     * @throws SQLException only if the connection is lost
     */
    public MigrationRun.Step run(Revision revision, Path file, String script, List<Statements.Statement> statements)
            throws SQLException {
        int number = 0;
        int done = 0;
        Restriction restriction = new Restriction();
        for (Statements.Statement statement : statements) {
            boolean psql = statement.kind() == Statements.Kind.PSQL;
            String refusal = psql ? restriction.refusal(statement.text()) : escort.refusal(statement);
            MigrationRun.Failure failure = refusal != null
                    ? failure(file, statement, statement.line(), number + 1, refusal)
                    : psql ? null : execute(file, script, statement, number + 1);
            if (failure != null && (refusal != null || !escort.goesOn(failure))) {
                return new MigrationRun.Step(revision, MigrationRun.State.FAILED, done, failure);
            }
            number += psql ? 0 : 1;
            done += psql || failure != null ? 0 : 1;
        }
        return escort.spansFiles()
                ? new MigrationRun.Step(revision, MigrationRun.State.APPLIED, done, null)
                : finished(revision, file, script, done);
    }

    /**
     * Runs one statement of a script, or a COPY with its rows, in whatever transaction is open.
     *
     * @param script the whole text of the file, which the statement's offset counts in
     * @param number which statement of the file it is, from 1
     * @return what PostgreSQL refuses, where and why; nothing if it took the statement
     * @throws SQLException only if the connection is lost
     */
    public Optional<MigrationRun.Failure> attempt(Path file, String script, Statements.Statement statement, int number)
            throws SQLException {
        return Optional.ofNullable(execute(file, script, statement, number));
    }

    /**
     * The text of a file without its byte order mark.
     *
     * @throws CharacterCodingException if it is not UTF-8
     * @throws IOException if it cannot be read
     */
    public static String text(Path file) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** A file that begins a transaction and never ends it would be rolled back unseen. */
    private MigrationRun.Step finished(Revision revision, Path file, String script, int done) throws SQLException {
        if (!inTransaction()) {
            return new MigrationRun.Step(revision, MigrationRun.State.APPLIED, done, null);
        }
        try (Statement rollback = connection.createStatement()) {
            rollback.execute("rollback");
        }
        return failed(
                revision,
                file,
                done,
                Statements.lineOf(script, script.length()),
                "the file begins a transaction and does not end it, so nothing of it would last. Add COMMIT.");
    }

    /** Whether the file has left a transaction open: a savepoint can be set in one only. */
    private boolean inTransaction() throws SQLException {
        try (Statement savepoint = connection.createStatement()) {
            savepoint.execute("savepoint pgassay");
            return true;
        } catch (SQLException e) {
            if (NO_ACTIVE_TRANSACTION.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static MigrationRun.Step failed(Revision revision, Path file, int done, int line, String message) {
        return new MigrationRun.Step(
                revision,
                MigrationRun.State.FAILED,
                done,
                new MigrationRun.Failure(file.toString(), line, done + 1, "", message));
    }

    private static MigrationRun.Failure failure(
            Path file, Statements.Statement statement, int line, int number, String message) {
        return new MigrationRun.Failure(file.toString(), line, number, shown(statement.text()), message);
    }

    private MigrationRun.@Nullable Failure execute(Path file, String script, Statements.Statement statement, int number)
            throws SQLException {
        if (statement.kind() == Statements.Kind.COPY_OUT) {
            return failure(file, statement, statement.line(), number, TO_STDOUT);
        }
        Matcher encoding = ENCODING.matcher(statement.text());
        if (encoding.matches() && !UTF_8.matcher(encoding.group("name")).matches()) {
            // The driver would give up the connection, which is no failed step.
            String wrong = "the file is read as UTF-8, and says that it is in " + encoding.group("name")
                    + ". Convert it to UTF-8, and set client_encoding to UTF8.";
            return failure(file, statement, statement.line(), number, wrong);
        }
        InlineRows rows = statement.rows();
        try {
            escort.before(statement);
            if (rows == null) {
                execute(statement.text());
            } else {
                CopyInput.run(connection, statement.text(), rows);
            }
            escort.after(statement);
            return null;
        } catch (SQLException e) {
            if (connection.isClosed() || lost(e)) {
                throw e;
            }
            escort.refused(e);
            int line = Statements.lineOf(script, statement.offset() + position(statement.text(), e));
            return failure(
                    file,
                    statement,
                    rows == null ? line : CopyInput.lineOfRow(e, statement.text(), rows, line),
                    number,
                    rows == null ? describe(e) : describe(e) + CopyInput.place(e));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            jdbc.execute(sql);
        }
    }

    /** Whether an error says nothing of the statement, because the connection or the server gave out. */
    public static boolean lost(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    /** Where in the statement the server sees the error; it counts code points, from 1. */
    private static int position(String sql, SQLException e) {
        ServerErrorMessage message = e instanceof PSQLException server ? server.getServerErrorMessage() : null;
        int characters = message == null ? 0 : Math.max(0, message.getPosition() - 1);
        return sql.offsetByCodePoints(0, Math.min(characters, sql.codePointCount(0, sql.length())));
    }

    private static String shown(String sql) {
        return sql.length() <= SHOWN ? sql : sql.substring(0, SHOWN) + " …";
    }

    /** What PostgreSQL says, with SQLSTATE, detail and hint. */
    public static String describe(SQLException e) {
        ServerErrorMessage message = e instanceof PSQLException server ? server.getServerErrorMessage() : null;
        if (message == null) {
            return String.valueOf(e.getMessage());
        }
        StringBuilder text =
                new StringBuilder(message.getSeverity() + " " + message.getSQLState() + ": " + message.getMessage());
        if (message.getDetail() != null) {
            text.append(" Detail: ").append(message.getDetail());
        }
        if (message.getHint() != null) {
            text.append(" Hint: ").append(message.getHint());
        }
        return text.toString();
    }
}
