package org.pgassay.check.rule.api;

import java.util.List;
import java.util.Objects;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.catalog.View;
import org.pgassay.check.Names;
import org.pgassay.check.ObjectRef;

/**
 * What a rule consults, and the names of what it finds there.
 *
 * @param catalog of the migrated database
 * @param majorVersion the server's, such as 18
 * @param parameters what the spec states of the rule
 */
public record Scope(Catalog catalog, Names names, int majorVersion, Parameters parameters) {

    /** The tables of the schemas, partitions among them; foreign tables are not: what they are is another server's. */
    public List<Table> tables() {
        return catalog.tables().stream()
                .filter(table -> table.kind() != Table.Kind.FOREIGN)
                .toList();
    }

    /** The tables that are no partitions: a partition has the structure of its parent. */
    public List<Table> roots() {
        return tables().stream().filter(table -> table.partitionOf() == null).toList();
    }

    /** A table's columns without those that it only has from a parent: a partition has no others. */
    public List<Column> columns(Table table) {
        if (table.partitionOf() != null) {
            return List.of();
        }
        return table.columns().stream().filter(column -> !column.inherited()).toList();
    }

    /** A table's constraints without those that it only has from a parent. */
    public List<Constraint> constraints(Table table) {
        return table.constraints().stream()
                .filter(constraint -> !constraint.inherited())
                .toList();
    }

    /** A table's constraints of a kind, without those that it only has from a parent. */
    public List<Constraint> constraints(Table table, Constraint.Type type) {
        return constraints(table).stream()
                .filter(constraint -> constraint.type() == type)
                .toList();
    }

    /** A table's indexes without those that a partition has because its parent has their like. */
    public List<Index> indexes(Table table) {
        QualifiedName parent = table.partitionOf();
        List<Index> inherited = parent == null
                ? List.of()
                : catalog.table(parent).map(Table::indexes).orElse(List.of());
        return table.indexes().stream()
                .filter(index -> inherited.stream().noneMatch(other -> alike(index, other)))
                .toList();
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

    /** A table or view as its subject. */
    public String host(QualifiedName name) {
        return names.subject(name);
    }

    /** A table, judged as a whole. */
    public ObjectRef table(Table table) {
        return new ObjectRef(ObjectKind.TABLE, names.subject(table.name()));
    }

    /** A column, by its name: it need not be there. */
    public ObjectRef column(QualifiedName table, String column) {
        return new ObjectRef(ObjectKind.COLUMN, names.subject(table, column));
    }

    /** A constraint. */
    public ObjectRef constraint(Table table, Constraint constraint) {
        return new ObjectRef(ObjectKind.CONSTRAINT, names.subject(table.name(), constraint.name()));
    }

    /** An index of a table or materialized view. */
    public ObjectRef index(QualifiedName table, Index index) {
        return new ObjectRef(ObjectKind.INDEX, names.index(table, index.name()));
    }

    /** A trigger of a table or view. */
    public ObjectRef trigger(QualifiedName table, Trigger trigger) {
        return new ObjectRef(ObjectKind.TRIGGER, names.subject(table, trigger.name()));
    }

    /** A policy. */
    public ObjectRef policy(Table table, Policy policy) {
        return new ObjectRef(ObjectKind.POLICY, names.subject(table.name(), policy.name()));
    }

    /** A view or materialized view. */
    public ObjectRef view(View view) {
        return new ObjectRef(
                view.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, names.subject(view.name()));
    }

    /** A function, procedure or aggregate, with the types of its arguments. */
    public ObjectRef routine(Routine routine) {
        return new ObjectRef(
                ObjectKind.FUNCTION,
                names.subject(routine.name()) + "(" + String.join(", ", routine.argumentTypes()) + ")");
    }
}
