package org.pgassay.check.rule.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Parameters;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** An index that is not behind a constraint is named after its table and its columns, as the spec states. */
public final class IndexNames implements Rule {

    private static final String INDEX = "index";

    private static final String UNIQUE = "unique";

    @Override
    public String id() {
        return "index-names";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.text(
                        INDEX, "What indexes are named, with {table} and {columns}, such as \"ix_{table}_{columns}\"."),
                Parameter.text(UNIQUE, "What unique indexes are named; like the others, if it is not stated."));
    }

    @Override
    public List<String> problems(Parameters stated) {
        List<String> problems = new ArrayList<>();
        if (!stated.has(INDEX) && !stated.has(UNIQUE)) {
            problems.add("the rule index-names says nothing without 'index' or 'unique', such as"
                    + " \"ix_{table}_{columns}\"");
        }
        problems.addAll(ConstraintNames.unknownPlaces(stated, List.of("table", "columns")));
        return problems;
    }

    @Override
    public List<Judged> judge(Scope scope) {
        List<Judged> judged = new ArrayList<>();
        for (Table table : scope.tables()) {
            for (Index index : scope.indexes(table)) {
                String template = index.unique()
                        ? scope.parameters().text(UNIQUE, scope.parameters().text(INDEX, ""))
                        : scope.parameters().text(INDEX, "");
                if (index.secondary() && !template.isEmpty()) {
                    judged.add(new Judged(
                            scope.index(table.name(), index),
                            scope.host(table.name()),
                            breach(scope, table, index, new Template(template))));
                }
            }
        }
        return judged;
    }

    private static @Nullable Breach breach(Scope scope, Table table, Index index, Template template) {
        Map<String, String> values = Map.of("table", table.name().name(), "columns", columns(index));
        if (template.matches(index.name(), values)) {
            return null;
        }
        String name = scope.index(table.name(), index).name();
        return new Breach(
                "the index " + name + " of " + scope.host(table.name())
                        + " is not named as agreed: its name does not say what it is for.",
                "Run ALTER INDEX " + name + " RENAME TO " + template.filled(values) + ".",
                template.filled(values),
                index.name());
    }

    /** An expression has no name: whatever stands for it will do. */
    private static String columns(Index index) {
        return index.keys().stream()
                .map(key -> key.column() == null ? "*" : key.column())
                .collect(Collectors.joining("_"));
    }
}
