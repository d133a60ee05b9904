package org.pgassay.check.rule.design;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No column has a length that a check could state as well. */
public final class PreferTextField implements Rule {

    @Override
    public String id() {
        return "prefer-text-field";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.roots().stream()
                .flatMap(table -> scope.columns(table).stream()
                        .map(column -> new Judged(
                                scope.column(table.name(), column.name()),
                                scope.host(table.name()),
                                breach(scope, table, column))))
                .toList();
    }


    private static @Nullable Breach breach(Scope scope, Table table, Column column) {
        String element = column.type().replaceAll("(\\[\\])+$", "");
        if (!element.startsWith("character varying(")) {
            return null;
        }
        String name = scope.names().subject(table.name(), column.name());
        return new Breach(
                name + " is " + column.type() + ": shortening it later rewrites or scans the table under an exclusive lock.",
                "Make it text, with a check on its length, which can be changed without a rewrite.",
                "text",
                column.type());
    }
}
