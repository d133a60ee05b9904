package org.pgassay.check.rule.design;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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

/** Every foreign key does what the spec allows when the row that it points to is deleted. */
public final class ForeignKeyActions implements Rule {

    private static final List<String> ACTIONS = List.of("no action", "restrict", "cascade", "set null", "set default");

    @Override
    public String id() {
        return "foreign-key-actions";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.texts(
                        "onDelete",
                        "The ON DELETE actions that are allowed, such as restrict; all, if it is not stated."),
                Parameter.texts(
                        "onUpdate",
                        "The ON UPDATE actions that are allowed, such as no action; all, if it is not stated."));
    }

    @Override
    public List<String> problems(Parameters stated) {
        if (!stated.has("onDelete") && !stated.has("onUpdate")) {
            return List.of("the rule foreign-key-actions says nothing without 'onDelete' or 'onUpdate'");
        }
        return Stream.concat(stated.list("onDelete", List.of()).stream(), stated.list("onUpdate", List.of()).stream())
                .filter(action -> !ACTIONS.contains(action))
                .map(action -> "'" + action + "' is no action of a foreign key; they are " + String.join(", ", ACTIONS))
                .toList();
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
        List<String> onDelete = scope.parameters().list("onDelete", ACTIONS);
        List<String> onUpdate = scope.parameters().list("onUpdate", ACTIONS);
        if (onDelete.contains(word(far.onDelete())) && onUpdate.contains(word(far.onUpdate()))) {
            return null;
        }
        return new Breach(
                "the foreign key " + Identifiers.quote(key.name()) + " of " + scope.host(table.name())
                        + " takes an action that the spec does not allow.",
                "Drop the key and add it again with another action, or name the action in the rule.",
                "on delete " + String.join(" or ", onDelete) + "; on update " + String.join(" or ", onUpdate),
                "on delete " + word(far.onDelete()) + "; on update " + word(far.onUpdate()));
    }

    private static String word(ForeignKey.Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
