package org.pgassay.check.rule.security;

import java.util.List;
import org.pgassay.check.rule.api.Rule;

/** The explicit list of the rules on who may see and change what. */
public final class SecurityRules {

    private static final List<Rule> ALL = List.of(
            new RowSecurityEnabled(),
            new RowSecurityForced(),
            new PoliciesNeedRowSecurity(),
            new RowSecurityNeedsPolicy(),
            new NoMultiplePermissivePolicies(),
            new PoliciesWithCheck(),
            new NoAlwaysTruePolicies(),
            new NoUnsetSettingMeansAll(),
            new PoliciesReadProtectedTables(),
            new PoliciesForNamedRoles(),
            new PoliciesInitplan(),
            new PolicyColumnsIndexed(),
            new ViewsSecurityInvoker(),
            new NoSecurityDefinerViews(),
            new SecurityDefinerSearchPath(),
            new FunctionSearchPath(),
            new NoUntrustedLanguages(),
            new ExtensionsNotInPublic(),
            new OwnersAllowed(),
            new NoDisabledTriggers(),
            new TriggersAlways(),
            new MaterializedViewsNotExposed(),
            new ForeignTablesNotExposed(),
            new SensitiveColumnsNotExposed(),
            new SecurityDefinerNotPublic(),
            new NoPublicGrants(),
            new NoPublicSchemaCreate(),
            new NoRules());

    private SecurityRules() {}

    /** All of them, in the order that they are documented in. */
    public static List<Rule> all() {
        return ALL;
    }
}
