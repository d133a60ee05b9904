package org.pgassay.check.rule.design;

import java.util.List;
import org.pgassay.check.rule.api.Rule;

/** The explicit list of the rules on what a schema is built from. */
public final class DesignRules {

    private static final List<Rule> ALL = List.of(
            new NoUnloggedTables(),
            new BigintPrimaryKey(),
            new IdentityAlways(),
            new NoEnumTypes(),
            new ForeignKeyActions(),
            new NoCascadeInto(),
            new NoNullableForeignKeys(),
            new NoReservedWords());

    private DesignRules() {}

    /** All of them, in the order that they are documented in. */
    public static List<Rule> all() {
        return ALL;
    }
}
