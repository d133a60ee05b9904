package org.pgassay.check.rule.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Routine;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No function is in a language that can leave the database, such as C or plpython3u. */
public final class NoUntrustedLanguages implements Rule {

    private static final List<String> TRUSTED = List.of("sql", "plpgsql", "plperl", "pltcl", "plv8");

    @Override
    public String id() {
        return "no-untrusted-languages";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.texts(
                "languages",
                "The languages that functions may be in; sql, plpgsql, plperl, pltcl and plv8, if it is not stated."));
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.catalog().routines().stream()
                .filter(Routines::hasCode)
                .map(routine -> Judged.of(scope.routine(routine), breach(scope, routine)))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Routine routine) {
        List<String> allowed = scope.parameters().list("languages", TRUSTED);
        if (allowed.contains(routine.language())) {
            return null;
        }
        return new Breach(
                "the " + Routines.name(scope, routine) + " is in " + routine.language()
                        + ": it can do whatever the server's system user can.",
                "Write it in " + String.join(" or ", allowed) + ".",
                String.join(", ", allowed),
                routine.language());
    }
}
