package org.pgassay.check.rule.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Parameters;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** A constraint is named after its table and its columns, as the spec states for its kind. */
public final class ConstraintNames implements Rule {

    private static final List<String> KEYS = List.of("primaryKey", "foreignKey", "unique", "check", "exclusion");

    private static final List<String> PLACES = List.of("table", "columns", "referenced");

    @Override
    public String id() {
        return "constraint-names";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.text("primaryKey", "What primary keys are named, with {table} and {columns}."),
                Parameter.text("foreignKey", "What foreign keys are named, with {table}, {columns} and {referenced}."),
                Parameter.text("unique", "What unique constraints are named, with {table} and {columns}."),
                Parameter.text("check", "What check constraints are named, with {table} and {columns}."),
                Parameter.text("exclusion", "What exclusion constraints are named, with {table} and {columns}."));
    }

    @Override
    public List<String> problems(Parameters stated) {
        List<String> problems = new ArrayList<>();
        if (KEYS.stream().noneMatch(stated::has)) {
            problems.add("the rule constraint-names says nothing without one of " + String.join(", ", KEYS));
        }
        problems.addAll(unknownPlaces(stated, PLACES));
        return problems;
    }

    /** The places in the stated templates that there are none of. */
    static List<String> unknownPlaces(Parameters stated, List<String> places) {
        return stated.values().keySet().stream()
                .flatMap(key -> new Template(stated.text(key, "")).unknown(places).stream())
                .map(place -> "a name has no place {" + place + "}; known: {" + String.join("}, {", places) + "}")
                .toList();
    }

    @Override
    public List<Judged> judge(Scope scope) {
        List<Judged> judged = new ArrayList<>();
        for (Table table : scope.tables()) {
            for (Constraint constraint : scope.constraints(table)) {
                Optional<String> template = key(constraint).flatMap(scope.parameters()::text);
                template.ifPresent(text -> judged.add(new Judged(
                        scope.constraint(table, constraint),
                        scope.host(table.name()),
                        breach(scope, table, constraint, new Template(text)))));
            }
        }
        return judged;
    }

    private static Optional<String> key(Constraint constraint) {
        return switch (constraint.type()) {
            case PRIMARY_KEY -> Optional.of("primaryKey");
            case FOREIGN_KEY -> Optional.of("foreignKey");
            case UNIQUE -> Optional.of("unique");
            case CHECK -> Optional.of("check");
            case EXCLUSION -> Optional.of("exclusion");
            case TRIGGER -> Optional.empty();
        };
    }

    private static @Nullable Breach breach(Scope scope, Table table, Constraint constraint, Template template) {
        Map<String, String> values = new HashMap<>();
        values.put("table", table.name().name());
        values.put("columns", String.join("_", constraint.columns()));
        ForeignKey far = constraint.foreignKey();
        values.put("referenced", far == null ? "" : far.table().name());
        if (template.matches(constraint.name(), values)) {
            return null;
        }
        String host = scope.host(table.name());
        String name = Identifiers.quote(constraint.name());
        return new Breach(
                "the constraint " + name + " of " + host
                        + " is not named as agreed: an error that names it does not say what it is about.",
                "Run ALTER TABLE " + host + " RENAME CONSTRAINT " + name + " TO " + template.filled(values) + ".",
                template.filled(values),
                constraint.name());
    }
}
