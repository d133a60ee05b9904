package org.pgassay.postgres.rows;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.sql.SqlStates;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads what PostgreSQL says of a refusal, and tells it from a broken connection. */
final class Failures {

    static final String NOT_NULL = "23502";
    static final String FOREIGN_KEY = "23503";
    static final String UNIQUE = "23505";
    static final String CHECK = "23514";
    static final String EXCLUSION = "23P01";
    static final String PRIVILEGE = "42501";
    static final String CANCELLED = SqlStates.CANCELLED;

    private Failures() {}

    /** Throws what is no refusal of a statement but the end of the connection or of the server. */
    static void rethrowUnlessRefused(SQLException failure) {
        if (SqlStates.lost(failure.getSQLState())) {
            throw new LostConnectionException(failure);
        }
    }

    static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }

    /** PostgreSQL's words in one line, with the detail where it names a key; elsewhere it shows the whole row. */
    static String message(SQLException failure) {
        ServerErrorMessage server = server(failure);
        if (server == null || server.getMessage() == null) {
            return String.valueOf(failure.getMessage());
        }
        boolean key = Set.of(FOREIGN_KEY, UNIQUE, EXCLUSION).contains(state(failure));
        String detail = key ? server.getDetail() : null;
        String message = server.getMessage() + (detail == null ? "" : ": " + detail);
        return message.replaceAll("\\s+", " ").replaceFirst("\\.$", "");
    }

    static @Nullable String constraint(SQLException failure) {
        ServerErrorMessage server = server(failure);
        return server == null ? null : server.getConstraint();
    }

    static @Nullable String column(SQLException failure) {
        ServerErrorMessage server = server(failure);
        return server == null ? null : server.getColumn();
    }

    static @Nullable String schema(SQLException failure) {
        ServerErrorMessage server = server(failure);
        return server == null ? null : server.getSchema();
    }

    static @Nullable String table(SQLException failure) {
        ServerErrorMessage server = server(failure);
        return server == null ? null : server.getTable();
    }

    private static @Nullable ServerErrorMessage server(SQLException failure) {
        return failure instanceof PSQLException own ? own.getServerErrorMessage() : null;
    }

    /** The connection or the server is gone, so that nothing can be said of a row. */
    static final class LostConnectionException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial")
        private final SQLException reason;

        LostConnectionException(SQLException cause) {
            super(cause.getMessage(), cause);
            reason = cause;
        }

        /** What the driver said. */
        SQLException reason() {
            return reason;
        }
    }
}
