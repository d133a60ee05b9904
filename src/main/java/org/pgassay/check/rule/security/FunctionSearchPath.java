package org.pgassay.check.rule.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Routine;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every function has a search_path of its own, so that what it does does not hang on who calls it. */
public final class FunctionSearchPath implements Rule {

    @Override
    public String id() {
        return "function-search-path";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.catalog().routines().stream()
                .filter(Routines::hasCode)
                .map(routine -> Judged.of(scope.routine(routine), breach(scope, routine)))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Routine routine) {
        if (Routines.searchPath(routine).isPresent()) {
            return null;
        }
        return new Breach(
                "the " + Routines.name(scope, routine)
                        + " looks names up by its caller's search_path: another caller may reach other objects.",
                "Run ALTER " + Routines.keyword(routine) + " "
                        + scope.routine(routine).name() + " SET search_path = '', and qualify the names in its body.",
                "a search_path",
                routine.configuration().isEmpty() ? "no settings" : String.join(", ", routine.configuration()));
    }
}
