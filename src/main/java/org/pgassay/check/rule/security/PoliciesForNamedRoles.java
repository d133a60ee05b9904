package org.pgassay.check.rule.security;

import java.util.List;
import org.pgassay.catalog.Grant;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every policy says which roles it is for. */
public final class PoliciesForNamedRoles implements Rule {

    @Override
    public String id() {
        return "policies-for-named-roles";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Policies.judge(
                scope,
                (table, policy) -> !policy.roles().contains(Grant.PUBLIC)
                        ? null
                        : new Breach(
                                Policies.name(scope, table, policy)
                                        + " is for PUBLIC: it holds of every role, and is evaluated for every one.",
                                "Name the roles: ALTER POLICY … TO role.",
                                "named roles",
                                "TO PUBLIC"));
    }
}
