package org.pgassay.check.rule.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No foreign table can be used by PUBLIC or by the roles that the spec names. */
public final class ForeignTablesNotExposed implements Rule {

    @Override
    public String id() {
        return "foreign-tables-not-exposed";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Exposure.ROLES);
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.catalog().tables().stream()
                .filter(table -> table.kind() == Table.Kind.FOREIGN)
                .map(table -> Judged.of(scope.table(table), breach(scope, table)))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table) {
        List<String> exposed = Exposure.of(Exposure.with(table.grants(), table.columns()), Exposure.roles(scope));
        String name = scope.host(table.name());
        return exposed.isEmpty()
                ? null
                : new Breach(
                        "the foreign table " + name + " is open to more than its owner: there is no row security on it,"
                                + " and what it reaches is another server.",
                        "Revoke the privileges on " + name + ", and give access through a view or a function.",
                        "no privilege for PUBLIC or the roles that the rule names",
                        String.join("\n", exposed));
    }
}
