package org.pgassay.check.rule.security;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.View;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** What a policy reads to decide is itself protected: by row security, and not through a view that reads as its owner. */
public final class PoliciesReadProtectedTables implements Rule {

    @Override
    public String id() {
        return "policies-read-protected-tables";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        Reads reads = new Reads(scope.catalog());
        return Policies.judge(scope, (table, policy) -> breach(scope, reads, table, policy));
    }

    private static @Nullable Breach breach(Scope scope, Reads reads, Table table, Policy policy) {
        List<String> faults = Policies.conditions(policy).stream()
                .flatMap(condition -> reads.all("SELECT " + condition).stream())
                .distinct()
                .flatMap(name -> fault(scope, reads, name).stream())
                .toList();
        return faults.isEmpty()
                ? null
                : new Breach(
                        Policies.name(scope, table, policy) + " decides by rows that are not protected themselves: who"
                                + " can change them decides what the policy lets through.",
                        "Enable row security on what the policy reads, and read views WITH (security_invoker = true).",
                        "only tables with row security",
                        String.join("\n", faults));
    }

    private static Optional<String> fault(Scope scope, Reads reads, QualifiedName name) {
        Optional<Table> table = scope.catalog().table(name);
        if (table.isPresent()) {
            return table.get().rowSecurity()
                    ? Optional.empty()
                    : Optional.of(scope.host(name) + " has no row security");
        }
        Optional<View> view = reads.view(name);
        if (view.isPresent()) {
            return Reads.asInvoker(view.get()) && !view.get().materialized()
                    ? Optional.empty()
                    : Optional.of(scope.host(name) + " is a view that reads as its owner");
        }
        return Optional.of(
                scope.host(name) + " cannot be told to have row security: its schema is not among those of the spec");
    }
}
