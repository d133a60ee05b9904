package org.pgassay.check.rule.naming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Judges;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Columns of one name are of one type: the one that most of them have. */
public final class ConsistentColumnTypes implements Rule {

    @Override
    public String id() {
        return "consistent-column-types";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        Map<String, Map<String, List<String>>> columns = new LinkedHashMap<>();
        for (Table table : scope.roots()) {
            for (Column column : table.columns()) {
                columns.computeIfAbsent(column.name(), name -> new LinkedHashMap<>())
                        .computeIfAbsent(column.type(), type -> new ArrayList<>())
                        .add(scope.host(table.name()));
            }
        }
        return Judges.columns(
                scope, (table, column) -> breach(scope, table, column, columns.getOrDefault(column.name(), Map.of())));
    }

    private static @Nullable Breach breach(
            Scope scope, Table table, Column column, Map<String, List<String>> tablesByType) {
        // Of two that are as frequent the first keeps: max would take the last.
        List<Map.Entry<String, List<String>>> types = new ArrayList<>(tablesByType.entrySet());
        types.sort(Comparator.comparing(entry -> -entry.getValue().size()));
        if (types.isEmpty() || types.get(0).getKey().equals(column.type())) {
            return null;
        }
        String usual = types.get(0).getKey();
        List<String> tables = types.get(0).getValue();
        String name = scope.column(table.name(), column.name()).name();
        return new Breach(
                name + " is of type " + column.type() + ", and of type " + usual + " in "
                        + String.join(", ", tables.subList(0, Math.min(3, tables.size())))
                        + (tables.size() > 3 ? " and " + (tables.size() - 3) + " more" : "")
                        + ": joins convert, and one can hold what the other cannot.",
                "Change the type of " + name + " to " + usual + ", or give the column another name.",
                usual,
                column.type());
    }
}
