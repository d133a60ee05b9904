package org.pgassay.check.rule.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Table;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.rule.api.Scope;

/**
 * An object that someone gave a name to.
 *
 * @param key the kind as a spec's key, such as {@code materializedViews}
 * @param name unquoted
 * @param host the subject of what it belongs to or is
 */
record Named(ObjectRef object, String key, String name, String host) {

    /** The kinds that have names of their own, as a spec's keys. */
    static final List<String> KINDS = List.of(
            ObjectKind.TABLE.plural(),
            ObjectKind.COLUMN.plural(),
            ObjectKind.INDEX.plural(),
            ObjectKind.CONSTRAINT.plural(),
            ObjectKind.TRIGGER.plural(),
            ObjectKind.POLICY.plural(),
            ObjectKind.VIEW.plural(),
            ObjectKind.MATERIALIZED_VIEW.plural(),
            ObjectKind.SEQUENCE.plural(),
            ObjectKind.FUNCTION.plural(),
            ObjectKind.TYPE.plural());

    private static Named of(ObjectRef object, String name, String host) {
        return new Named(object, object.kind().plural(), name, host);
    }

    /** What it is in plain words, and its subject. */
    String words() {
        return object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.COLUMN
                ? object.name()
                : "the " + object.kind().word() + " " + object.name();
    }

    /** All of them, by kind and name; an index behind a constraint has the constraint's name, and is not among them. */
    static List<Named> all(Scope scope) {
        List<Named> all = new ArrayList<>();
        scope.tables().forEach(table -> ofTable(scope, table, all));
        Catalog catalog = scope.catalog();
        catalog.views().forEach(view -> {
            String host = scope.host(view.name());
            all.add(of(scope.view(view), view.name().name(), host));
            view.columns()
                    .forEach(column -> all.add(of(scope.column(view.name(), column.name()), column.name(), host)));
            view.indexes().forEach(index -> all.add(of(scope.index(view.name(), index), index.name(), host)));
            view.triggers().forEach(trigger -> all.add(of(scope.trigger(view.name(), trigger), trigger.name(), host)));
        });
        catalog.sequences().stream()
                .filter(Predicate.not(Sequence::identity))
                .forEach(sequence -> all.add(single(scope, ObjectKind.SEQUENCE, sequence.name())));
        catalog.routines()
                .forEach(routine -> all.add(of(
                        scope.routine(routine),
                        routine.name().name(),
                        scope.routine(routine).name())));
        catalog.types().forEach(type -> all.add(single(scope, ObjectKind.TYPE, type.name())));
        return all;
    }

    private static Named single(Scope scope, ObjectKind kind, QualifiedName name) {
        return of(new ObjectRef(kind, scope.host(name)), name.name(), scope.host(name));
    }

    private static void ofTable(Scope scope, Table table, List<Named> all) {
        QualifiedName name = table.name();
        String host = scope.host(name);
        Stream.of(
                        Stream.of(of(scope.table(table), name.name(), host)),
                        scope.columns(table).stream()
                                .map(column -> of(scope.column(name, column.name()), column.name(), host)),
                        scope.indexes(table).stream()
                                .filter(index -> index.secondary())
                                .map(index -> of(scope.index(name, index), index.name(), host)),
                        scope.constraints(table).stream()
                                .map(constraint -> of(scope.constraint(table, constraint), constraint.name(), host)),
                        table.triggers().stream()
                                .map(trigger -> of(scope.trigger(name, trigger), trigger.name(), host)),
                        table.policies().stream().map(policy -> of(scope.policy(table, policy), policy.name(), host)))
                .forEach(part -> part.forEach(all::add));
    }
}
