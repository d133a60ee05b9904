package org.pgassay.check.rule.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Judges;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every table has a foreign key, or is what one refers to. */
public final class NoUnlinkedTables implements Rule {

    @Override
    public String id() {
        return "no-unlinked-tables";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.tables(scope, (table, self) -> breach(scope, table));
    }

    private static @Nullable Breach breach(Scope scope, Table table) {
        boolean referred = scope.catalog().tables().stream()
                .flatMap(ForeignKeys::of)
                .anyMatch(key -> ForeignKeys.far(key).table().equals(table.name()));
        if (!(ForeignKeys.of(table).findAny().isEmpty() && !referred)) {
            return null;
        }
        String name = scope.host(table.name());
        return new Breach(
                name + " has no foreign key and none refers to it: nothing ties its rows to the rest.",
                "Add the foreign key that " + name + " lacks, or except it with the reason why it stands alone.",
                "a foreign key",
                "none");
    }
}
