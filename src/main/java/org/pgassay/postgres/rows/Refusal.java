package org.pgassay.postgres.rows;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.rows.Condition;

/**
 * Why a row was not taken.
 *
 * @param subject the constraint or column in the way, if one is named
 * @param state the SQLSTATE; empty if nothing was tried
 * @param columns what a person would have to give values to; empty if that would not help
 */
public record Refusal(@Nullable String subject, String state, String message, Set<String> columns) {

    /** What PostgreSQL said. */
    static Refusal of(SQLException failure) {
        String constraint = Failures.constraint(failure);
        return new Refusal(
                constraint == null ? Failures.column(failure) : constraint,
                Failures.state(failure),
                Failures.message(failure),
                Set.of());
    }

    /** No combination of values meets some conditions. */
    static Refusal unsolved(List<Condition> conditions, String state, String message) {
        Condition last = conditions.get(conditions.size() - 1);
        return new Refusal(last.constraint(), state, message, last.columns());
    }
}
