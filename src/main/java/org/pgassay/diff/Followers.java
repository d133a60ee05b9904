package org.pgassay.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.catalog.View;

/**
 * What stands behind another object and comes, changes and goes with it: the index of a constraint, the sequence of an
 * identity column, the columns of a view, and what a partition or a child table has because its parent has it.
 */
final class Followers {

    private final Map<QualifiedName, Table> tables = new HashMap<>();
    private final Map<String, Difference.Key> owners = new HashMap<>();
    private final Map<Difference.Key, Difference.Key> leaders = new HashMap<>();

    private Followers(Catalog catalog) {
        catalog.tables().forEach(table -> tables.put(table.name(), table));
        catalog.tables().forEach(this::table);
        catalog.views().forEach(this::view);
        catalog.sequences().forEach(this::sequence);
    }

    /** What follows what in a catalog. */
    static Map<Difference.Key, Difference.Key> of(Catalog catalog) {
        return new Followers(catalog).leaders;
    }

    private static Difference.Key key(Table table) {
        return Difference.Key.of(ObjectKind.TABLE, table.name());
    }

    private void table(Table table) {
        Difference.Key host = key(table);
        table.columns().stream()
                .filter(column -> column.identity() != Column.Identity.NONE)
                .forEach(column -> owners.put(
                        table.name().sql() + "." + Identifiers.quote(column.name()),
                        Difference.Key.part(ObjectKind.COLUMN, host, column.name())));
        for (Index index : table.indexes()) {
            String constraint = index.constraint();
            if (constraint != null) {
                leaders.put(
                        Difference.Key.part(ObjectKind.INDEX, host, index.name()),
                        Difference.Key.part(ObjectKind.CONSTRAINT, host, constraint));
            }
        }
        parents(table).forEach(parent -> inherited(table, parent));
    }

    private Stream<Table> parents(Table table) {
        @Nullable QualifiedName whole = table.partitionOf();
        Stream<QualifiedName> names = whole == null ? table.inheritsFrom().stream() : Stream.of(whole);
        return names.map(tables::get).filter(Objects::nonNull);
    }

    private void inherited(Table child, Table parent) {
        Difference.Key to = key(parent);
        child.columns().stream()
                .filter(Column::inherited)
                .filter(column -> parent.column(column.name()).isPresent())
                .forEach(column -> follow(child, ObjectKind.COLUMN, column.name(), to, column.name()));
        child.constraints().stream()
                .filter(Constraint::inherited)
                .forEach(constraint -> above(constraint, parent)
                        .ifPresent(other -> follow(child, ObjectKind.CONSTRAINT, constraint.name(), to, other.name())));
        if (child.partitionOf() == null) {
            return;
        }
        child.indexes().stream()
                .filter(Index::secondary)
                .forEach(index -> parent.indexes().stream()
                        .filter(other -> other.secondary() && alike(index, other))
                        .findFirst()
                        .ifPresent(other -> follow(child, ObjectKind.INDEX, index.name(), to, other.name())));
        List<String> triggers = parent.triggers().stream().map(Trigger::name).toList();
        child.triggers().stream()
                .map(Trigger::name)
                .filter(triggers::contains)
                .forEach(name -> follow(child, ObjectKind.TRIGGER, name, to, name));
    }

    private void follow(Table child, ObjectKind kind, String name, Difference.Key parent, String leader) {
        leaders.putIfAbsent(Difference.Key.part(kind, key(child), name), Difference.Key.part(kind, parent, leader));
    }

    /** PostgreSQL names the keys of a partition after the partition. */
    private static Optional<Constraint> above(Constraint constraint, Table parent) {
        return parent.constraint(constraint.name())
                .or(() -> parent.constraints().stream()
                        .filter(other -> other.type() == constraint.type()
                                && other.columns().equals(constraint.columns())
                                && other.definition().equals(constraint.definition()))
                        .findFirst());
    }

    private static boolean alike(Index left, Index right) {
        return left.method().equals(right.method())
                && left.unique() == right.unique()
                && left.nullsNotDistinct() == right.nullsNotDistinct()
                && left.keys().equals(right.keys())
                && left.included().equals(right.included())
                && Objects.equals(left.predicate(), right.predicate());
    }

    private void view(View view) {
        Difference.Key host =
                Difference.Key.of(view.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, view.name());
        view.columns()
                .forEach(column -> leaders.put(Difference.Key.part(ObjectKind.COLUMN, host, column.name()), host));
    }

    private void sequence(Sequence sequence) {
        String column = sequence.ownedBy();
        if (sequence.identity() && column != null && owners.containsKey(column)) {
            leaders.put(Difference.Key.of(ObjectKind.SEQUENCE, sequence.name()), owners.get(column));
        }
    }
}
