package org.pgassay.check.rule.security;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Routine;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/** Every function that runs as its owner has a search_path of its own, without what every caller can fill. */
public final class SecurityDefinerSearchPath implements Rule {

    @Override
    public String id() {
        return "security-definer-search-path";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.catalog().routines().stream()
                .filter(Routine::securityDefiner)
                .map(routine -> Judged.of(scope.routine(routine), breach(scope, routine)))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Routine routine) {
        Optional<String> path = Routines.searchPath(routine);
        if (path.isPresent() && safe(path.get())) {
            return null;
        }
        return new Breach(
                "the " + Routines.name(scope, routine) + " runs as its owner " + Identifiers.quote(routine.owner())
                        + (path.isEmpty()
                                ? " with the caller's search_path: a caller can put objects of its own before the real ones."
                                : " with a search_path in which a caller's temporary objects come first."),
                "Run ALTER " + Routines.keyword(routine) + " "
                        + scope.routine(routine).name()
                        + " SET search_path = '', and qualify the names in its body, or put pg_temp last.",
                "a search_path that is empty, or ends with pg_temp",
                path.map(value -> "search_path=" + value).orElse("no search_path"));
    }

    /** Where pg_temp is not named, it is searched first; with an empty path, unqualified names find nothing of a user's. */
    private static boolean safe(String path) {
        List<String> schemas = SqlLexer.tokens(path).stream()
                .filter(Token::isName)
                .map(Token::name)
                .filter(schema -> !schema.isEmpty())
                .toList();
        return !schemas.contains("$user") && (schemas.isEmpty() || schemas.indexOf("pg_temp") == schemas.size() - 1);
    }
}
