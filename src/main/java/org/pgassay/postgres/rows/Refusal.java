package org.pgassay.postgres.rows;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.rows.Condition;

/**
 * Why a row was not taken.
 *
 * @param subject the constraint or column in the way, if one is named
 * @param state the SQLSTATE; empty if nothing was tried
 * @param table the table that refused, if it is named
 * @param columns what a person would have to give values to; empty if that would not help
 */
public record Refusal(
        @Nullable String subject,
        String state,
        String message,
        Set<String> columns,
        @Nullable QualifiedName table) {

    /** The state of a statement that was cancelled because it took too long: nothing refused it. */
    public static final String TIMEOUT = Failures.CANCELLED;

    /** A refusal of which no table is known. */
    public Refusal(@Nullable String subject, String state, String message, Set<String> columns) {
        this(subject, state, message, columns, null);
    }

    /** What PostgreSQL said. */
    static Refusal of(SQLException failure) {
        String constraint = Failures.constraint(failure);
        String schema = Failures.schema(failure);
        String table = Failures.table(failure);
        return new Refusal(
                constraint == null ? Failures.column(failure) : constraint,
                Failures.state(failure),
                Failures.message(failure),
                Set.of(),
                schema == null || table == null ? null : new QualifiedName(schema, table));
    }

    /** No combination of values meets some conditions. */
    static Refusal unsolved(List<Condition> conditions, String state, String message) {
        Condition last = conditions.get(conditions.size() - 1);
        return new Refusal(last.constraint(), state, message, last.columns());
    }
}
