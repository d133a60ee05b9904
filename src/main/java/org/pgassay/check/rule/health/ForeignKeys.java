package org.pgassay.check.rule.health;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Table;

/** What the rules on foreign keys know of them. */
final class ForeignKeys {

    private ForeignKeys() {}

    /** A table's foreign keys. */
    static Stream<Constraint> of(Table table) {
        return table.constraints().stream().filter(each -> each.type() == Constraint.Type.FOREIGN_KEY);
    }

    /** The far end, which every foreign key has. */
    static ForeignKey far(Constraint key) {
        ForeignKey far = key.foreignKey();
        if (far == null) {
            throw new IllegalArgumentException(key.name() + " is no foreign key");
        }
        return far;
    }

    static boolean sameTarget(Constraint left, Constraint right) {
        return far(left).table().equals(far(right).table());
    }

    /** Each column with the one that it refers to: the order in a key does not matter. */
    static Set<List<String>> pairs(Constraint key) {
        Set<List<String>> pairs = new HashSet<>();
        for (int i = 0; i < key.columns().size(); i++) {
            pairs.add(List.of(key.columns().get(i), far(key).columns().get(i)));
        }
        return pairs;
    }
}
