package org.pgassay.probe.immutability;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/**
 * What PostgreSQL did with a statement.
 *
 * @param refusal what it said; null if it took the statement
 * @param setUp whether that was said to what comes before the statement itself
 * @param after the table's rows as they would be after it; null if it was refused, or they cannot be read any more
 */
record Shot(
        Shot.@Nullable Refusal refusal,
        boolean setUp,
        @Nullable List<String> after) {

    /**
     * An error.
     *
     * @param constraint the constraint that it names; empty for none, likewise the others
     * @param where the functions that were being executed
     * @param routine where in PostgreSQL's source it was raised
     */
    record Refusal(String sqlState, String message, String constraint, String column, String where, String routine) {

        static Refusal of(@Nullable String sqlState, @Nullable String message, @Nullable ServerErrorMessage server) {
            return new Refusal(
                    text(sqlState),
                    text(server == null ? message : server.getMessage()),
                    text(server == null ? null : server.getConstraint()),
                    text(server == null ? null : server.getColumn()),
                    text(server == null ? null : server.getWhere()),
                    text(server == null ? null : server.getRoutine()));
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text;
        }

        /** Whether it is of a class of errors. */
        boolean is(String state) {
            return sqlState.startsWith(state);
        }
    }
}
