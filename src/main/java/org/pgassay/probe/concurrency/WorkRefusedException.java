package org.pgassay.probe.concurrency;

import java.sql.SQLException;
import java.util.Set;
import org.pgassay.check.Contention.Part;
import org.pgassay.check.UntriedException;
import org.pgassay.sql.SqlStates;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Thrown by a worker whose statement will be refused however often it is run. */
final class WorkRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A lock that is not to be had at once, a serialization failure, a deadlock: an application tries again. */
    private static final Set<String> PASSING = Set.of("55P03", "40001", "40P01");

    private final Part part;
    private final String words;

    WorkRefusedException(Part part, String words) {
        super(words);
        this.part = part;
        this.words = words;
    }

    Part part() {
        return part;
    }

    /** What PostgreSQL said, in one line. */
    String words() {
        return words;
    }

    static boolean passing(SQLException failure) {
        return PASSING.contains(String.valueOf(failure.getSQLState()));
    }

    /**
     * The refusal of a worker's statement.
     *
     * @throws SQLException the failure itself, if the connection or the server is gone
     */
    static RuntimeException of(Part part, SQLException failure) throws SQLException {
        String state = failure.getSQLState();
        if (SqlStates.CANCELLED.equals(state)) {
            return new UntriedException(
                    "a worker's statement took longer than is waited for", "Make it faster, or state fewer jobs.");
        }
        if (SqlStates.lost(state)) {
            throw failure;
        }
        ServerErrorMessage message = failure instanceof PSQLException own ? own.getServerErrorMessage() : null;
        return new WorkRefusedException(
                part,
                message == null
                        ? String.valueOf(failure.getMessage())
                        : message.getSeverity() + " " + state + ": " + message.getMessage());
    }
}
