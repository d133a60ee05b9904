package org.pgassay.check.rule.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Routine;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No function that runs as its owner can be called by everyone. */
public final class SecurityDefinerNotPublic implements Rule {

    @Override
    public String id() {
        return "security-definer-not-public";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Exposure.ROLES);
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.catalog().routines().stream()
                .filter(Routine::securityDefiner)
                .map(routine -> Judged.of(scope.routine(routine), breach(scope, routine)))
                .toList();
    }

    /** PostgreSQL grants EXECUTE to PUBLIC by itself. */
    private static @Nullable Breach breach(Scope scope, Routine routine) {
        List<String> exposed = Exposure.of(routine.grants(), Exposure.roles(scope));
        String name = scope.routine(routine).name();
        return exposed.isEmpty()
                ? null
                : new Breach(
                        "the " + Routines.name(scope, routine) + " runs as its owner "
                                + Identifiers.quote(routine.owner()) + ", and can be called by more than those who need"
                                + " it.",
                        "Run REVOKE EXECUTE ON " + Routines.keyword(routine) + " " + name
                                + " FROM "
                                + Exposure.holders(routine.grants(), Exposure.roles(scope))
                                + ", and grant it to the roles that need it.",
                        "no privilege for PUBLIC or the roles that the rule names",
                        String.join("\n", exposed));
    }
}
