package org.pgassay.postgres.blueprint;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Blueprint.Part;
import org.pgassay.check.Ddl;
import org.pgassay.check.StructurePlan;
import org.pgassay.check.StructurePlan.PlannedConstraint;
import org.pgassay.check.StructurePlan.PlannedReference;
import org.pgassay.check.StructurePlan.PlannedTable;
import org.pgassay.postgres.blueprint.Scratch.Piece;
import org.pgassay.spec.Problem;

/**
 * Makes the foreign keys of a structure between scratch tables, so that they say what the spec says whatever the real
 * tables are like: referenced tables, columns and keys that the spec leaves out are filled in.
 */
final class ScratchForeignKeys {

    private final StructurePlan plan;
    private final Catalog actual;
    private final List<String> schemas;
    private final Scratch scratch;
    private final Map<QualifiedName, Filled> tables = new LinkedHashMap<>();
    private int fillers;

    /**
     * A scratch table as it stands.
     *
     * @param types its columns' types
     * @param uniques the column lists that a foreign key may refer to
     * @param primaryKey the columns of its primary key; empty for none
     */
    private record Filled(Map<String, String> types, List<List<String>> uniques, List<String> primaryKey) {

        static Filled of(Table table) {
            Map<String, String> types = new LinkedHashMap<>();
            table.columns().forEach(column -> types.put(column.name(), column.type()));
            List<List<String>> uniques = new ArrayList<>();
            for (Index index : table.indexes()) {
                List<String> columns = index.keys().stream()
                        .map(Index.Key::column)
                        .filter(Objects::nonNull)
                        .toList();
                if (index.unique()
                        && index.predicate() == null
                        && columns.size() == index.keys().size()) {
                    uniques.add(columns);
                }
            }
            return new Filled(types, uniques, ScratchForeignKeys.primaryKey(Optional.of(table)));
        }
    }

    ScratchForeignKeys(StructurePlan plan, Catalog actual, List<String> schemas, Scratch scratch) {
        this.plan = plan;
        this.actual = actual;
        this.schemas = schemas;
        this.scratch = scratch;
    }

    void all() throws SQLException {
        boolean none = plan.tables().stream()
                .flatMap(table -> table.constraints().stream())
                .allMatch(constraint -> constraint.reference() == null);
        if (none) {
            return;
        }
        if (simply()) {
            return;
        }
        scratch.read().tables().forEach(table -> tables.put(table.name(), Filled.of(table)));
        for (PlannedTable table : plan.tables()) {
            List<Piece> pieces = new ArrayList<>();
            for (PlannedConstraint constraint : table.constraints()) {
                PlannedReference reference = constraint.reference();
                if (reference != null) {
                    piece(table.name(), constraint, reference).ifPresent(pieces::add);
                }
            }
            scratch.all(pieces);
        }
    }

    /** Tries all at once without filling anything in: mostly the spec states both ends of every key. */
    private boolean simply() throws SQLException {
        List<String> script = new ArrayList<>();
        for (PlannedTable table : plan.tables()) {
            for (PlannedConstraint constraint : table.constraints()) {
                PlannedReference reference = constraint.reference();
                if (reference != null && plan.table(target(reference)).isEmpty()) {
                    return false;
                } else if (reference != null) {
                    script.add(prefix(table.name(), constraint)
                            + ddl(reference, "").sql());
                }
            }
        }
        return scratch.attempt(String.join(";\n", script)) == null;
    }

    private String prefix(QualifiedName table, PlannedConstraint constraint) {
        return "alter table " + scratch.name(table) + " add constraint " + Identifiers.quote(constraint.name()) + " ";
    }

    private Ddl ddl(PlannedReference reference, String columns) {
        return Ddl.builder()
                .add(reference.before())
                .add(scratch.name(target(reference)))
                .add(columns)
                .add(reference.after())
                .build();
    }

    private Optional<Piece> piece(QualifiedName table, PlannedConstraint constraint, PlannedReference reference)
            throws SQLException {
        QualifiedName target = target(reference);
        List<String> referenced = reference.referenced();
        if (referenced.isEmpty()) {
            referenced = primaryKey(target);
            if (referenced.isEmpty()) {
                scratch.problems()
                        .add(new Problem(
                                constraint.definition().location(),
                                "neither the spec nor the database says what the primary key of " + reference.table()
                                        + " is; write the referenced columns, as in references " + reference.table()
                                        + " (id)"));
                return Optional.empty();
            }
        }
        fill(table, reference.columns(), target, referenced);
        Ddl ddl = ddl(reference, reference.referenced().isEmpty() ? list(referenced) : "");
        return Optional.of(
                Piece.of(new Part(table, ObjectKind.CONSTRAINT, constraint.name()), prefix(table, constraint), ddl));
    }

    /** The table that a name means: the first that the spec states or that is real, or else one in the first schema. */
    private QualifiedName target(PlannedReference reference) {
        @Nullable String schema = reference.schema();
        if (schema != null) {
            return new QualifiedName(schema, reference.table());
        }
        List<QualifiedName> candidates = schemas.stream()
                .map(each -> new QualifiedName(each, reference.table()))
                .toList();
        return candidates.stream()
                .filter(name ->
                        plan.table(name).isPresent() || actual.table(name).isPresent())
                .findFirst()
                .orElse(candidates.get(0));
    }

    private List<String> primaryKey(QualifiedName target) {
        Filled filled = tables.get(target);
        return filled != null && !filled.primaryKey().isEmpty()
                ? filled.primaryKey()
                : primaryKey(actual.table(target));
    }

    private static List<String> primaryKey(Optional<Table> table) {
        return table.stream()
                .flatMap(each -> each.constraints().stream())
                .filter(constraint -> constraint.type() == Constraint.Type.PRIMARY_KEY)
                .findFirst()
                .map(Constraint::columns)
                .orElse(List.of());
    }

    /** Adds what the referenced table lacks for the foreign key to be possible. */
    private void fill(QualifiedName table, List<String> columns, QualifiedName target, List<String> referenced)
            throws SQLException {
        Filled far = tables.get(target);
        if (far == null) {
            scratch.execute("create table " + scratch.name(target) + " ()");
            far = new Filled(new LinkedHashMap<>(), new ArrayList<>(), List.of());
            tables.put(target, far);
        }
        Filled near = tables.get(table);
        for (int i = 0; i < referenced.size(); i++) {
            String column = referenced.get(i);
            boolean exists = far.types().containsKey(column);
            String type =
                    near == null || i >= columns.size() ? null : near.types().get(columns.get(i));
            if (!exists && type != null) {
                scratch.execute("alter table " + scratch.name(target) + " add column " + Identifiers.quote(column) + " "
                        + type);
                far.types().put(column, type);
            }
        }
        boolean unique =
                far.uniques().stream().anyMatch(key -> key.size() == referenced.size() && key.containsAll(referenced));
        if (!unique && far.types().keySet().containsAll(referenced)) {
            scratch.execute("create unique index pgassay_filler_" + fillers++ + " on " + scratch.name(target)
                    + list(referenced));
            far.uniques().add(referenced);
        }
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Identifiers::quote).collect(Collectors.joining(", ", " (", ")"));
    }
}
