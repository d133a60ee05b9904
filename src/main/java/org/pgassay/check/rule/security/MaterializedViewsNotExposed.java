package org.pgassay.check.rule.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.View;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No materialized view can be read by PUBLIC or by the roles that the spec names. */
public final class MaterializedViewsNotExposed implements Rule {

    @Override
    public String id() {
        return "materialized-views-not-exposed";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Exposure.ROLES);
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.catalog().views().stream()
                .filter(View::materialized)
                .map(view -> Judged.of(scope.view(view), breach(scope, view)))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, View view) {
        List<String> exposed = Exposure.reading(Exposure.with(view.grants(), view.columns()), Exposure.roles(scope));
        String name = scope.host(view.name());
        return exposed.isEmpty()
                ? null
                : new Breach(
                        "the materialized view " + name + " is open to more than its owner: it holds rows as its owner"
                                + " saw them, and row security does not reach them.",
                        "Revoke the privileges on " + name + ", and give access through a view or a function.",
                        "no right to read for PUBLIC or the roles that the rule names",
                        String.join("\n", exposed));
    }
}
