package org.pgassay.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function, procedure, aggregate or window function.
 *
 * @param arguments as {@code pg_get_function_identity_arguments} prints them: with the name, its identity
 * @param argumentTypes the types of the input arguments, qualified: with the name, what tells overloads apart
 * @param declaredArguments as {@code pg_get_function_arguments} prints them: with the defaults, and with the columns of
 *     RETURNS TABLE
 * @param result the result type; null for a procedure
 * @param parallel {@code SAFE}, {@code RESTRICTED} or {@code UNSAFE}
 * @param body the source text; for an SQL-standard body that as PostgreSQL prints it; for a function in C its library
 *     and symbol; for an aggregate a canonical text of what it is made of
 * @param cost the estimated cost, as PostgreSQL prints it; null where it is the language's default
 * @param rows the estimated number of rows; null where it is the default, or it returns no set
 * @param support the planner support function, qualified, if any
 * @param grants as {@link Table#grants}; EXECUTE for PUBLIC, which PostgreSQL grants by itself, is among them
 * @param configuration its SET clauses such as {@code search_path=public}, sorted
 */
public record Routine(
        QualifiedName name,
        String arguments,
        List<String> argumentTypes,
        String declaredArguments,
        Kind kind,
        @Nullable String result,
        String language,
        Volatility volatility,
        boolean securityDefiner,
        boolean strict,
        boolean leakproof,
        String parallel,
        @Nullable String cost,
        @Nullable String rows,
        @Nullable String support,
        List<String> configuration,
        String body,
        String owner,
        List<Grant> grants,
        @Nullable String comment)
        implements Described {

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
        argumentTypes = List.copyOf(argumentTypes);
        configuration = List.copyOf(configuration);
        grants = List.copyOf(grants);
    }

    /** The name with the input arguments' types: what tells routines apart. */
    public String signature() {
        return name.sql() + "(" + String.join(", ", argumentTypes) + ")";
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .add("kind", kind.name().toLowerCase(Locale.ROOT))
                .add("arguments", declaredArguments)
                .add("returns", result)
                .add("language", language)
                .add("volatility", volatility.name().toLowerCase(Locale.ROOT))
                .add("strict", strict)
                .add("security definer", securityDefiner)
                .add("leakproof", leakproof)
                .add("parallel", parallel.toLowerCase(Locale.ROOT))
                .add("cost", cost)
                .add("rows", rows)
                .add("support", support)
                .add("set", configuration)
                .add("body", body)
                .all();
    }
}
