package org.pgassay.probe.tenancy;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgassay.sql.SqlStates;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Why PostgreSQL refused a statement.
 *
 * @param constraint the constraint that it names; null where it names none
 */
record Refusal(Cause cause, String state, @Nullable String constraint, String message) {

    /** What stood in the way. */
    enum Cause {
        /** Row security. */
        POLICY,
        /** A privilege that the role does not have. */
        PRIVILEGE,
        /** A constraint. */
        CONSTRAINT,
        /** Whatever else: a trigger, a function, a setting. */
        OTHER
    }

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String LOCKED = "55P03";

    /** Whether a limit of time was reached: that says nothing of whether the statement is allowed. */
    static boolean tookTooLong(SQLException failure) {
        return SqlStates.CANCELLED.equals(failure.getSQLState()) || LOCKED.equals(failure.getSQLState());
    }

    /** Reads a refusal; the end of the connection, and a statement that took too long, are none and are thrown. */
    static Refusal of(SQLException failure) throws SQLException {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (SqlStates.lost(state) || SqlStates.internal(state) || tookTooLong(failure)) {
            throw failure;
        }
        ServerErrorMessage server = failure instanceof PSQLException own ? own.getServerErrorMessage() : null;
        String routine = server == null ? "" : Objects.requireNonNullElse(server.getRoutine(), "");
        String message = server == null ? failure.getMessage() : server.getMessage();
        return new Refusal(
                cause(state, routine),
                state,
                server == null ? null : server.getConstraint(),
                Objects.requireNonNullElse(message, "").replaceAll("\\s+", " ").replaceFirst("\\.$", ""));
    }

    /** Both refusals by policies and those of privileges have one SQLSTATE; what raised them differs in every language. */
    private static Cause cause(String state, String routine) {
        if (state.equals(INSUFFICIENT_PRIVILEGE)) {
            return switch (routine) {
                case "ExecWithCheckOptions" -> Cause.POLICY;
                case "aclcheck_error", "aclcheck_error_col", "aclcheck_error_type" -> Cause.PRIVILEGE;
                default -> Cause.OTHER;
            };
        }
        return state.startsWith("23") ? Cause.CONSTRAINT : Cause.OTHER;
    }

    boolean is(Cause other) {
        return cause == other;
    }

    /** Who refused, for people. */
    String words() {
        return switch (cause) {
            case POLICY -> "refused by row security (" + state + ")";
            case PRIVILEGE -> "refused for want of the privilege (" + state + ")";
            case CONSTRAINT ->
                "refused by " + (constraint == null ? "a constraint" : "the constraint " + constraint) + " (" + state
                        + ")";
            case OTHER -> "refused (" + state + ": " + message + ")";
        };
    }
}
