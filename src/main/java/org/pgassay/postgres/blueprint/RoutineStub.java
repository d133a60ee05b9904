package org.pgassay.postgres.blueprint;

import java.util.Objects;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;

/** Writes routines that can be named in expressions exactly as their originals, and refuse to run. */
final class RoutineStub {

    private static final String BODY = " AS 'begin raise exception ''Of this routine pgAssay copied only the signature."
            + " It cannot run here.''; end'";

    private static final String ORDER_BY = "ORDER BY ";

    private RoutineStub() {}

    /** The statements that make the stub, separated by semicolons. */
    static String ddl(Routine routine) {
        return switch (routine.kind()) {
            case FUNCTION -> function(routine, "");
            case WINDOW -> function(routine, " WINDOW");
            case PROCEDURE -> "CREATE PROCEDURE " + signature(routine) + " LANGUAGE plpgsql" + BODY;
            case AGGREGATE -> aggregate(routine);
        };
    }

    private static String function(Routine routine, String window) {
        return "CREATE FUNCTION " + signature(routine)
                + " RETURNS " + result(routine)
                + " LANGUAGE plpgsql" + window
                + " " + routine.volatility()
                + (routine.strict() ? " STRICT" : "")
                + " PARALLEL " + routine.parallel()
                + BODY;
    }

    /**
     * An aggregate whose state is its result, so that it needs one function only, which is a stub as well. Of an
     * ordered-set aggregate that function takes what follows ORDER BY.
     */
    private static String aggregate(Routine routine) {
        QualifiedName transition = new QualifiedName(
                routine.name().schema(), "pgassay stub of " + routine.name().name());
        String arguments = routine.declaredArguments();
        int ordered = arguments.lastIndexOf(ORDER_BY);
        String aggregated = ordered < 0 ? arguments : arguments.substring(ordered + ORDER_BY.length());
        String result = result(routine);
        return "CREATE FUNCTION " + transition.sql() + "(" + result + (aggregated.isEmpty() ? "" : ", " + aggregated)
                + ") RETURNS " + result + " LANGUAGE plpgsql" + BODY
                + "; CREATE AGGREGATE " + routine.name().sql() + "(" + (arguments.isEmpty() ? "*" : arguments)
                + ") (SFUNC = " + transition.sql()
                + ", STYPE = " + result + ")";
    }

    private static String signature(Routine routine) {
        return routine.name().sql() + "(" + routine.declaredArguments() + ")";
    }

    private static String result(Routine routine) {
        return Objects.requireNonNull(routine.result(), "only a procedure has no result");
    }
}
