package org.pgassay.check.rule.security;

import java.util.Optional;
import org.pgassay.catalog.Routine;
import org.pgassay.check.rule.api.Scope;

/** What the rules on functions know of them. */
final class Routines {

    private Routines() {}

    /** Whether it runs code of its own; an aggregate has none, and takes no settings. */
    static boolean hasCode(Routine routine) {
        return routine.kind() != Routine.Kind.AGGREGATE;
    }

    /** Its value of search_path, where it has one. */
    static Optional<String> searchPath(Routine routine) {
        return routine.configuration().stream()
                .filter(setting -> setting.startsWith("search_path="))
                .map(setting -> setting.substring("search_path=".length()))
                .findFirst();
    }

    /** How a message names it. */
    static String name(Scope scope, Routine routine) {
        return (routine.kind() == Routine.Kind.PROCEDURE ? "procedure " : "function ")
                + scope.routine(routine).name();
    }

    /** The key word that ALTER takes. */
    static String keyword(Routine routine) {
        return routine.kind() == Routine.Kind.PROCEDURE ? "PROCEDURE" : "FUNCTION";
    }
}
