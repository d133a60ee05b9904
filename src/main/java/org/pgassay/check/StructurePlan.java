package org.pgassay.check;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;

/**
 * The structure that a spec asks for, as DDL that has not been run: what a {@link Blueprint} is made from.
 *
 * @param tables in the spec's order
 * @param objects all else, in the spec's order
 * @param partitionings how tables are partitioned, in the spec's order
 */
public record StructurePlan(
        List<PlannedTable> tables, List<PlannedObject> objects, List<PlannedPartitioning> partitionings) {

    /** Copies the lists. */
    public StructurePlan {
        tables = List.copyOf(tables);
        objects = List.copyOf(objects);
        partitionings = List.copyOf(partitionings);
    }

    /** A structure in which the spec does not say how any table is partitioned. */
    public StructurePlan(List<PlannedTable> tables, List<PlannedObject> objects) {
        this(tables, objects, List.of());
    }

    /**
     * How a table is partitioned. Strategy and key are found again as the part without a name of kind TABLE, and each bound
     * as the part that has the partition's name as SQL.
     *
     * @param by strategy and key: what follows PARTITION BY; null where the spec does not say
     */
    public record PlannedPartitioning(
            QualifiedName table, @Nullable Ddl by, List<PlannedBound> bounds) {

        /** Copies the list. */
        public PlannedPartitioning {
            bounds = List.copyOf(bounds);
        }

        /** Strategy and key. */
        public Blueprint.Part key() {
            return new Blueprint.Part(table, ObjectKind.TABLE, "");
        }

        /** The bound of a partition. */
        public Blueprint.Part bound(QualifiedName partition) {
            return new Blueprint.Part(table, ObjectKind.TABLE, partition.sql());
        }
    }

    /**
     * A partition's bound.
     *
     * @param bound FOR VALUES and what follows
     */
    public record PlannedBound(QualifiedName partition, Ddl bound) {}

    /**
     * An object of its own (a view, a function, …), or a part of a table or view that is made of more than its columns (a
     * trigger, a policy, a rule). It is made beside the real objects, whose names its definition uses, under another name
     * or on a copy of the table that it belongs to.
     *
     * @param part what it makes
     * @param before the statement up to the name: of the object itself, or of the table or view that the part belongs to
     * @param after the statement behind that name
     * @param further what the statement that makes it cannot say of it
     */
    public record PlannedObject(Blueprint.Part part, Ddl before, Ddl after, List<FurtherStatement> further) {

        /** Copies the list. */
        public PlannedObject {
            further = List.copyOf(further);
        }

        /** An object that one statement makes. */
        public PlannedObject(Blueprint.Part part, Ddl before, Ddl after) {
            this(part, before, after, List.of());
        }
    }

    /**
     * A statement that alters an object which was made.
     *
     * @param before the statement up to the object's name
     * @param after the statement behind that name
     */
    public record FurtherStatement(String before, Ddl after) {}

    /** The plan of a table, if the spec has one. */
    public Optional<PlannedTable> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /**
     * A table.
     *
     * @param absentColumns columns that must not exist, and so are not filled in from the real table
     */
    public record PlannedTable(
            QualifiedName name,
            List<PlannedColumn> columns,
            List<String> absentColumns,
            List<PlannedConstraint> constraints,
            List<PlannedIndex> indexes) {

        /** Copies the lists. */
        public PlannedTable {
            columns = List.copyOf(columns);
            absentColumns = List.copyOf(absentColumns);
            constraints = List.copyOf(constraints);
            indexes = List.copyOf(indexes);
        }

        /** Whether the spec defines the column. */
        public boolean defines(String column) {
            return columns.stream().anyMatch(each -> each.name().equals(column));
        }
    }

    /**
     * A column.
     *
     * @param definition without the constraints, which are planned on their own
     * @param storage its storage, which not every version takes as part of the definition; null where the spec does not say
     */
    public record PlannedColumn(
            String name, Ddl definition, @Nullable Ddl storage) {}

    /**
     * A constraint.
     *
     * @param name its name in the structure
     * @param definition what follows ADD CONSTRAINT name; for a foreign key up to the word REFERENCES and beyond it
     * @param reference for a foreign key, what it points to
     */
    public record PlannedConstraint(
            String name, Ddl definition, @Nullable PlannedReference reference) {}

    /**
     * A foreign key's far end.
     *
     * @param columns the referencing columns
     * @param table the referenced table, as far as the spec qualifies it
     * @param schema the schema that the spec names; null for none
     * @param referenced the referenced columns; empty for the primary key
     * @param before the definition up to the referenced table's name
     * @param after the definition behind the referenced table's name
     */
    public record PlannedReference(
            List<String> columns,
            @Nullable String schema,
            String table,
            List<String> referenced,
            Ddl before,
            Ddl after) {

        /** Copies the lists. */
        public PlannedReference {
            columns = List.copyOf(columns);
            referenced = List.copyOf(referenced);
        }
    }

    /**
     * An index.
     *
     * @param definition what follows the table's name
     */
    public record PlannedIndex(String name, boolean unique, Ddl definition) {}
}
