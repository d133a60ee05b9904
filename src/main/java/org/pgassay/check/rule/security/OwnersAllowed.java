package org.pgassay.check.rule.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every object is owned by one of the roles that the spec names. */
public final class OwnersAllowed implements Rule {

    @Override
    public String id() {
        return "owners-allowed";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.texts("roles", "The roles that may own objects.").mandatory());
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Owned.all(scope).stream()
                .map(item -> Judged.of(item.object(), breach(scope, item)))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Owned.Item item) {
        List<String> roles = scope.parameters().list("roles", List.of());
        if (roles.contains(item.owner())) {
            return null;
        }
        String what = item.object().kind().word();
        return new Breach(
                "the " + what + " " + item.object().name() + " belongs to " + Identifiers.quote(item.owner())
                        + ", who can change, drop and grant it.",
                "Run ALTER … OWNER TO " + Identifiers.quote(roles.get(0)) + " on it, or name the role under 'roles'.",
                String.join(", ", roles),
                item.owner());
    }
}
