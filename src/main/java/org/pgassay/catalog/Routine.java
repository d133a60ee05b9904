package org.pgassay.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function, procedure, aggregate or window function.
 *
 * @param arguments as {@code pg_get_function_identity_arguments} prints them: with the name, its identity
 * @param result the result type; null for a procedure
 * @param body the source text, or for an SQL-standard body that as PostgreSQL prints it
 * @param configuration its SET clauses such as {@code search_path=public}, sorted
 */
public record Routine(
        QualifiedName name,
        String arguments,
        Kind kind,
        @Nullable String result,
        String language,
        Volatility volatility,
        boolean securityDefiner,
        boolean strict,
        boolean leakproof,
        String parallel,
        List<String> configuration,
        String body,
        String owner,
        @Nullable String comment) {

    /** The kinds of routine. */
    public enum Kind {
        FUNCTION,
        PROCEDURE,
        AGGREGATE,
        WINDOW
    }

    /** How far a function's result depends on more than its arguments. */
    public enum Volatility {
        IMMUTABLE,
        STABLE,
        VOLATILE
    }

    /** Copies the list. */
    public Routine {
        configuration = List.copyOf(configuration);
    }
}
