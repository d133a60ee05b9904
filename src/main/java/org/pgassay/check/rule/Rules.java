package org.pgassay.check.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.health.ForeignKeysIndexed;
import org.pgassay.check.rule.health.PrimaryKeyRequired;

/** The explicit list of all rules. */
public final class Rules {

    private static final List<Rule> HEALTH = List.of(new ForeignKeysIndexed(), new PrimaryKeyRequired());

    private static final List<Rule> NAMING = List.of();

    private static final List<Rule> ALL =
            Stream.of(HEALTH, NAMING).flatMap(List::stream).toList();

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
