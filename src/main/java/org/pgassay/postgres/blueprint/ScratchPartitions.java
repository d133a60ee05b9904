package org.pgassay.postgres.blueprint;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.PartitionClause;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Blueprint.Part;
import org.pgassay.check.Ddl;
import org.pgassay.check.StructurePlan;
import org.pgassay.check.StructurePlan.PlannedBound;
import org.pgassay.check.StructurePlan.PlannedPartitioning;
import org.pgassay.postgres.blueprint.Scratch.Piece;

/**
 * Makes copies of tables, partitioned as the spec states, and reads back keys and bounds.
 *
 * <p>A copy has the columns that the spec states, and the real ones besides; where the spec says nothing of the key, the
 * real table's is taken. Each copy has a schema of its own, so that partitions keep their names.
 */
final class ScratchPartitions {

    private static final String SCHEMA = "pgassay_objects_partitions_";

    private final StructurePlan plan;
    private final Catalog actual;
    private final Scratch scratch;
    private final Map<Part, QualifiedName> made = new LinkedHashMap<>();
    private final Set<String> schemas = new LinkedHashSet<>();

    ScratchPartitions(StructurePlan plan, Catalog actual, Scratch scratch) {
        this.plan = plan;
        this.actual = actual;
        this.scratch = scratch;
    }

    /** The keys and bounds that the spec states, as PostgreSQL prints them; those that were refused are left out. */
    Map<Part, Described> make() throws SQLException {
        for (PlannedPartitioning partitioning : plan.partitionings()) {
            parent(partitioning);
        }
        Map<Part, Described> clauses = new LinkedHashMap<>();
        if (schemas.isEmpty()) {
            return clauses;
        }
        Catalog raw = scratch.read(List.copyOf(schemas));
        made.forEach((part, name) -> clauses.put(part, clause(raw, part, name)));
        return clauses;
    }

    private static Described clause(Catalog raw, Part part, QualifiedName name) {
        Optional<String> clause =
                raw.table(name).map(part.name().isEmpty() ? Table::partitionKey : Table::partitionBound);
        return new PartitionClause(
                clause.orElseThrow(() -> new IllegalStateException("what was made of " + part + " cannot be found")));
    }

    private void parent(PlannedPartitioning partitioning) throws SQLException {
        Optional<String> model = model(partitioning.table());
        Optional<Ddl> key = key(partitioning);
        if (model.isEmpty() || key.isEmpty()) {
            // The checks say first that there is no such table, or that it is not partitioned.
            return;
        }
        String schema = SCHEMA + schemas.size();
        QualifiedName parent = new QualifiedName(schema, partitioning.table().name());
        scratch.execute("create schema " + schema);
        schemas.add(schema);
        boolean done = run(
                partitioning.key(),
                parent,
                Ddl.builder()
                        .add("create table " + parent.sql() + " (like " + model.get() + ") partition by ")
                        .add(key.get())
                        .build());
        if (partitioning.by() == null) {
            made.remove(partitioning.key());
        }
        for (PlannedBound bound : done ? partitioning.bounds() : List.<PlannedBound>of()) {
            // Partitions may live in other schemas than their parent, but no two of one name in this one.
            QualifiedName partition = new QualifiedName(schema, "pgassay_partition_" + made.size());
            run(
                    partitioning.bound(bound.partition()),
                    partition,
                    Ddl.builder()
                            .add("create table " + partition.sql() + " partition of " + parent.sql() + " ")
                            .add(bound.bound())
                            .build());
        }
    }

    private Optional<String> model(QualifiedName table) {
        if (plan.table(table).isPresent()) {
            return Optional.of(scratch.name(table));
        }
        return actual.table(table).map(each -> each.name().sql());
    }

    private Optional<Ddl> key(PlannedPartitioning partitioning) {
        return Optional.ofNullable(partitioning.by())
                .or(() -> actual.table(partitioning.table())
                        .map(Table::partitionKey)
                        .map(key -> Ddl.builder().add(key).build()));
    }

    private boolean run(Part part, QualifiedName name, Ddl ddl) throws SQLException {
        SQLException error = scratch.attempt(ddl.sql());
        if (error != null) {
            scratch.record(new Piece(part, ddl.sql(), 0, ddl), error);
            return false;
        }
        made.put(part, name);
        return true;
    }
}
