package org.pgassay.check.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.design.BigintPrimaryKey;
import org.pgassay.check.rule.design.ForeignKeyActions;
import org.pgassay.check.rule.design.IdentityAlways;
import org.pgassay.check.rule.design.NoCascadeInto;
import org.pgassay.check.rule.design.NoEnumTypes;
import org.pgassay.check.rule.design.NoNullableForeignKeys;
import org.pgassay.check.rule.design.NoReservedWords;
import org.pgassay.check.rule.design.NoUnloggedTables;
import org.pgassay.check.rule.design.PreferTextField;
import org.pgassay.check.rule.health.ForeignKeysIndexed;
import org.pgassay.check.rule.health.PrimaryKeyRequired;
import org.pgassay.check.rule.security.ExtensionsNotInPublic;
import org.pgassay.check.rule.security.FunctionSearchPath;
import org.pgassay.check.rule.security.NoAlwaysTruePolicies;
import org.pgassay.check.rule.security.NoDisabledTriggers;
import org.pgassay.check.rule.security.NoMultiplePermissivePolicies;
import org.pgassay.check.rule.security.NoSecurityDefinerViews;
import org.pgassay.check.rule.security.NoUnsetSettingMeansAll;
import org.pgassay.check.rule.security.NoUntrustedLanguages;
import org.pgassay.check.rule.security.OwnersAllowed;
import org.pgassay.check.rule.security.PoliciesForNamedRoles;
import org.pgassay.check.rule.security.PoliciesInitplan;
import org.pgassay.check.rule.security.PoliciesNeedRowSecurity;
import org.pgassay.check.rule.security.PoliciesReadProtectedTables;
import org.pgassay.check.rule.security.PoliciesWithCheck;
import org.pgassay.check.rule.security.PolicyColumnsIndexed;
import org.pgassay.check.rule.security.RowSecurityEnabled;
import org.pgassay.check.rule.security.RowSecurityForced;
import org.pgassay.check.rule.security.RowSecurityNeedsPolicy;
import org.pgassay.check.rule.security.SecurityDefinerSearchPath;
import org.pgassay.check.rule.security.TriggersAlways;
import org.pgassay.check.rule.security.ViewsSecurityInvoker;

/** The explicit list of all rules. */
public final class Rules {

    private static final List<Rule> HEALTH = List.of(new ForeignKeysIndexed(), new PrimaryKeyRequired());

    private static final List<Rule> NAMING = List.of();

    private static final List<Rule> SECURITY = List.of(
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
            new TriggersAlways());

    private static final List<Rule> DESIGN = List.of(
            new NoUnloggedTables(),
            new BigintPrimaryKey(),
            new PreferTextField(),
            new IdentityAlways(),
            new NoEnumTypes(),
            new ForeignKeyActions(),
            new NoCascadeInto(),
            new NoNullableForeignKeys(),
            new NoReservedWords());

    private static final List<Rule> ALL =
            Stream.of(HEALTH, NAMING, SECURITY, DESIGN).flatMap(List::stream).toList();

    private Rules() {}

    /** All rules, in the order that they are documented in. */
    public static List<Rule> all() {
        return ALL;
    }

    /** The rule of that id, if there is one. */
    public static Optional<Rule> of(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
