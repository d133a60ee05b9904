package org.pgassay.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function, procedure, aggregate or window function.
 *
 * @param arguments as {@code pg_get_function_identity_arguments} prints them: with the name, its identity
 * @param declaredArguments as {@code pg_get_function_arguments} prints them: with the defaults, and with the columns of
 *     RETURNS TABLE
 * @param result the result type; null for a procedure
 * @param parallel {@code SAFE}, {@code RESTRICTED} or {@code UNSAFE}
 * @param body the source text; for an SQL-standard body that as PostgreSQL prints it; for a function in C its library
 *     and symbol; for an aggregate a canonical text of what it is made of
 * @param configuration its SET clauses such as {@code search_path=public}, sorted
 */
public record Routine(
        QualifiedName name,
        String arguments,
        String declaredArguments,
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
