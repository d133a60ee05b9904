package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.Table;
import org.pgassay.check.Finding;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameters;
import org.pgassay.check.rule.api.Scope;
import org.pgassay.check.rule.security.NoUnsetSettingMeansAll;
import org.pgassay.spec.Location;

/** Row security is enabled and forced, and policies let the application at the rows of one tenant only. */
record RowSecurity(Tenancy stated, Location location) implements CatalogCheck {

    static final String ID = "tenancy/row-security";

    /** The oldest version that is verified: what is asked here is the same on all. */
    private static final int ANY_VERSION = 14;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> judge(Model model) {
        Scope scope = new Scope(model.catalog(), stated.names(), ANY_VERSION, Parameters.NONE);
        List<Judged> unset = new NoUnsetSettingMeansAll().judge(scope);
        List<Finding> findings = new ArrayList<>();
        for (Member member : model.members()) {
            findings.add(finding(member.table(), unset));
            model.partitions(member).stream()
                    .filter(part -> Commands.truncates(part, stated.application())
                            || !Commands.granted(part, stated.application()).isEmpty())
                    .forEach(part -> findings.add(finding(part, unset)));
        }
        return findings;
    }

    private Finding finding(Table table, List<Judged> unset) {
        String name = stated.name(table);
        List<String> faults = new ArrayList<>();
        if (!table.rowSecurity()) {
            faults.add("row security is not enabled");
        } else {
            if (!table.rowSecurityForced()) {
                faults.add("row security is not forced, so that it does not bind the owner "
                        + Identifiers.quote(table.owner()));
            }
            Set<String> commands = new TreeSet<>(Commands.usable(table, stated.application()));
            commands.forEach(command -> faults.addAll(Policed.faults(table, command, stated.application())));
            unset.stream()
                    .filter(each -> each.host().equals(name) && each.breach() != null)
                    .forEach(each -> faults.add("where the setting is not set, the policy "
                            + each.object().name() + " lets all rows through"));
        }
        boolean truncates = Commands.truncates(table, stated.application());
        if (truncates) {
            faults.add("TRUNCATE is granted to the application, and passes row security by");
        }
        if (faults.isEmpty()) {
            return holds(
                    name,
                    "row security of " + name
                            + " is enabled and forced, no policy lets all rows through, and TRUNCATE is not granted.",
                    policies(table));
        }
        return fails(
                name,
                "row security does not keep the tenants of " + name + " apart: " + String.join("; ", faults) + ".",
                "Run ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY and FORCE ROW LEVEL SECURITY, and give every"
                        + " command that the application uses a policy that compares the tenant."
                        + (truncates ? " Run REVOKE TRUNCATE ON " + name + " FROM the roles that have it." : ""),
                "row security enabled and forced, no TRUNCATE, and a policy that compares the tenant for every command",
                (table.rowSecurity() ? "enabled" : "not enabled")
                        + (table.rowSecurityForced() ? ", forced, " : ", not forced, ")
                        + policies(table)
                        + (truncates ? ", TRUNCATE granted" : ""));
    }

    private static String policies(Table table) {
        return table.policies().isEmpty()
                ? "no policy"
                : "the policies "
                        + table.policies().stream()
                                .map(Policy::name)
                                .map(Identifiers::quote)
                                .collect(Collectors.joining(", "));
    }
}
