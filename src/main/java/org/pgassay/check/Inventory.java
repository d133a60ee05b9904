package org.pgassay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Rule;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.catalog.View;

/** Lists every object of a catalog, and every part of a table or view, under the name that subjects have. */
public final class Inventory {

    private final Catalog catalog;
    private final Names names;
    private final List<Item> items = new ArrayList<>();

    private Inventory(Catalog catalog, Names names) {
        this.catalog = catalog;
        this.names = names;
    }

    /**
     * An object or part.
     *
     * @param bare its own name without what it belongs to, or a function's without its arguments, quoted where PostgreSQL
     *     would
     * @param counted whether it counts on its own: not what only stands behind another object, such as the index of a
     *     constraint or what a partition has because its parent has it
     */
    public record Item(ObjectRef ref, String bare, boolean counted) {}

    /** All objects and parts, in the catalog's order. */
    public static List<Item> of(Catalog catalog, Names names) {
        return new Inventory(catalog, names).all();
    }

    private List<Item> all() {
        catalog.schemas().forEach(schema -> add(ObjectKind.SCHEMA, Identifiers.quote(schema), true));
        catalog.tables().forEach(this::table);
        catalog.views().forEach(this::view);
        catalog.sequences().forEach(this::sequence);
        catalog.routines().forEach(this::routine);
        catalog.types().forEach(type -> add(ObjectKind.TYPE, names.subject(type.name()), true));
        // plpgsql stands in every database from the start; no migration made it.
        catalog.extensions()
                .forEach(extension -> add(
                        ObjectKind.EXTENSION,
                        Identifiers.quote(extension.name()),
                        !extension.name().equals("plpgsql")));
        catalog.objects().forEach(object -> add(object.kind(), name(object), true));
        catalog.defaultPrivileges()
                .forEach(each -> add(
                        ObjectKind.DEFAULT_PRIVILEGES,
                        Identifiers.quote(each.role())
                                + (each.schema() == null ? "" : " in " + Identifiers.quote(each.schema()))
                                + " on " + each.objects().toLowerCase(Locale.ROOT),
                        true));
        return List.copyOf(items);
    }

    private void add(ObjectKind kind, String name, boolean counted) {
        items.add(new Item(new ObjectRef(kind, name), name, counted));
    }

    private void part(ObjectKind kind, String name, String bare, boolean counted) {
        items.add(new Item(new ObjectRef(kind, name), Identifiers.quote(bare), counted));
    }

    private void table(Table table) {
        QualifiedName name = table.name();
        Optional<Table> parent = Optional.ofNullable(table.partitionOf()).flatMap(catalog::table);
        add(ObjectKind.TABLE, names.subject(name), true);
        table.columns()
                .forEach(column -> part(
                        ObjectKind.COLUMN, names.subject(name, column.name()), column.name(), !column.inherited()));
        table.constraints()
                .forEach(constraint -> part(
                        ObjectKind.CONSTRAINT,
                        names.subject(name, constraint.name()),
                        constraint.name(),
                        !constraint.inherited()));
        List<Index> above = parent.map(Table::indexes).orElse(List.of());
        table.indexes()
                .forEach(index -> part(
                        ObjectKind.INDEX,
                        names.index(name, index.name()),
                        index.name(),
                        index.secondary() && above.stream().noneMatch(other -> alike(index, other))));
        triggers(name, table.triggers(), parent.map(Table::triggers).orElse(List.of()));
        table.policies()
                .forEach(policy -> part(ObjectKind.POLICY, names.subject(name, policy.name()), policy.name(), true));
        rules(name, table.rules());
    }

    /** An index of a partition is attached to one of the parent's only if it is defined like it. */
    private static boolean alike(Index left, Index right) {
        return left.method().equals(right.method())
                && left.unique() == right.unique()
                && left.nullsNotDistinct() == right.nullsNotDistinct()
                && left.keys().equals(right.keys())
                && left.included().equals(right.included())
                && Objects.equals(left.predicate(), right.predicate());
    }

    private void triggers(QualifiedName host, List<Trigger> triggers, List<Trigger> above) {
        triggers.forEach(trigger -> part(
                ObjectKind.TRIGGER,
                names.subject(host, trigger.name()),
                trigger.name(),
                above.stream().noneMatch(other -> other.name().equals(trigger.name()))));
    }

    private void rules(QualifiedName host, List<Rule> rules) {
        rules.forEach(rule -> part(ObjectKind.RULE, names.subject(host, rule.name()), rule.name(), true));
    }

    private void view(View view) {
        QualifiedName name = view.name();
        add(view.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, names.subject(name), true);
        view.indexes().forEach(index -> part(ObjectKind.INDEX, names.index(name, index.name()), index.name(), true));
        triggers(name, view.triggers(), List.of());
        rules(name, view.rules());
    }

    /** One that stands behind a column, by identity or OWNED BY, counts with the column. */
    private void sequence(Sequence sequence) {
        @Nullable String owner = sequence.ownedBy();
        add(ObjectKind.SEQUENCE, names.subject(sequence.name()), !sequence.identity() && owner == null);
    }

    private void routine(Routine routine) {
        items.add(new Item(ref(routine, names), names.subject(routine.name()), true));
    }

    /** A function, procedure or aggregate as it is listed: with the types of its arguments. */
    public static ObjectRef ref(Routine routine, Names names) {
        return new ObjectRef(
                ObjectKind.FUNCTION,
                names.subject(routine.name()) + "(" + String.join(", ", routine.argumentTypes()) + ")");
    }

    private String name(DatabaseObject object) {
        String schema = object.schema();
        if (object.kind() == ObjectKind.OTHER) {
            return object.name();
        }
        return schema == null
                ? Identifiers.quote(object.name())
                : names.subject(new QualifiedName(schema, object.name()));
    }
}
