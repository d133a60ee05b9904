package org.pgassay.check.rule.design;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No column of a foreign key takes null: then every row refers to one. */
public final class NoNullableForeignKeys implements Rule {

    @Override
    public String id() {
        return "no-nullable-foreign-keys";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.tables().stream()
                .flatMap(table -> scope.constraints(table, Constraint.Type.FOREIGN_KEY).stream()
                        .flatMap(key -> Stream.ofNullable(key.foreignKey())
                                .map(far -> new Judged(
                                        scope.constraint(table, key),
                                        scope.host(table.name()),
                                        breach(scope, table, key, far)))))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table, Constraint key, ForeignKey far) {
        List<String> nullable = key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .filter(column -> !column.notNull())
                .map(column -> Identifiers.quote(column.name()))
                .toList();
        if (nullable.isEmpty()) {
            return null;
        }
        String columns = String.join(", ", nullable);
        return new Breach(
                "the foreign key " + Identifiers.quote(key.name()) + " of " + scope.host(table.name())
                        + " takes null in " + columns + ": such a row refers to no row of " + scope.host(far.table())
                        + ", and nothing is checked.",
                "Run ALTER TABLE " + scope.host(table.name()) + " ALTER COLUMN " + nullable.get(0) + " SET NOT NULL.",
                "NOT NULL columns",
                columns + " can be null");
    }
}
