package org.pgassay.check.rule.health;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Judges;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Some column beside the primary key is NOT NULL, if there is any other. */
public final class NotAllNullable implements Rule {

    @Override
    public String id() {
        return "not-all-nullable";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Judges.tables(scope, (table, self) -> breach(scope, table));
    }

    private static @Nullable Breach breach(Scope scope, Table table) {
        Set<String> key = table.constraints().stream()
                .filter(each -> each.type() == Constraint.Type.PRIMARY_KEY)
                .flatMap(each -> each.columns().stream())
                .collect(Collectors.toSet());
        List<Column> others = table.columns().stream()
                .filter(column -> !key.contains(column.name()))
                .toList();
        if (!(!others.isEmpty() && others.stream().noneMatch(Column::notNull))) {
            return null;
        }
        String name = scope.host(table.name());
        return new Breach(
                name + " may have rows that hold nothing but a key: no other column is NOT NULL.",
                "Make the columns NOT NULL that every row of " + name + " has.",
                "a column beside the key that is NOT NULL",
                others.stream().map(column -> Identifiers.quote(column.name())).collect(Collectors.joining(", "))
                        + " may be null");
    }
}
