package org.pgassay.check.structure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Ddl;
import org.pgassay.check.Definition;
import org.pgassay.check.Names;
import org.pgassay.check.StructurePlan;
import org.pgassay.check.StructurePlan.PlannedColumn;
import org.pgassay.check.StructurePlan.PlannedConstraint;
import org.pgassay.check.StructurePlan.PlannedIndex;
import org.pgassay.check.StructurePlan.PlannedTable;
import org.pgassay.check.structure.StructureSection.IndexSpec;
import org.pgassay.check.structure.StructureSection.TableSpec;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/** Turns the tables of a spec into DDL, purely; running it is another's affair. */
public final class StructurePlanner {

    private final Names names;
    private final List<Problem> problems = new ArrayList<>();
    private final List<PlannedTable> tables = new ArrayList<>();
    private final List<InlineConstraint> inline = new ArrayList<>();

    private StructurePlanner(Names names) {
        this.names = names;
    }

    /**
     * A constraint that the spec states with its column and without a name.
     *
     * @param name the name it has in the structure
     * @param keyword its first word, in lower case
     */
    record InlineConstraint(
            QualifiedName table, String column, String name, boolean named, String keyword, Location location) {}

    /** A spec's structure as DDL, what is wrong with it, and the constraints that stand with their columns. */
    record Result(StructurePlan plan, List<Problem> problems, List<InlineConstraint> inline) {}

    /** The structure that a spec asks for. */
    public static StructurePlan plan(Spec spec) {
        return of(spec).plan();
    }

    /**
     * A column that stands in no table of the spec, such as a convention for those of many tables.
     *
     * @param problems what is wrong with the definition is added here
     */
    public static Optional<PlannedColumn> column(String name, SourceText definition, List<Problem> problems) {
        StructurePlanner planner = new StructurePlanner(new Names(List.of("")));
        List<PlannedColumn> columns = new ArrayList<>();
        List<PlannedConstraint> constraints = new ArrayList<>();
        planner.guarded(
                definition,
                () -> planner.column(
                        new QualifiedName("", ""), name, definition, columns, constraints, new HashSet<>()));
        problems.addAll(planner.problems);
        if (!constraints.isEmpty()) {
            problems.add(new Problem(
                    definition.location(),
                    "a column of many tables is stated by type, nullability and default; its constraints are not"));
        }
        return columns.stream().findFirst();
    }

    static Result of(Spec spec) {
        StructurePlanner planner = new StructurePlanner(new Names(spec.schemas()));
        Map<QualifiedName, Location> seen = new LinkedHashMap<>();
        spec.section(StructureSection.class).tables().forEach((written, table) -> {
            planner.problems.addAll(Spelling.problems(planner.names, written, table));
            QualifiedName name = planner.names.resolve(written);
            Location former = seen.putIfAbsent(name, table.location());
            if (former != null) {
                planner.problems.add(
                        new Problem(table.location(), "'" + written + "' is a table that stands already at " + former));
            } else if (!table.absent()) {
                planner.table(name, table);
            }
        });
        return new Result(new StructurePlan(planner.tables, List.of()), planner.problems, planner.inline);
    }

    private void table(QualifiedName name, TableSpec table) {
        List<PlannedColumn> columns = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        List<PlannedConstraint> constraints = new ArrayList<>();
        Set<String> constraintNames = new HashSet<>(table.constraints().keySet());
        table.columns().forEach((column, part) -> {
            if (part.absent()) {
                absent.add(column);
            } else {
                guarded(part.is(), () -> column(name, column, part.is(), columns, constraints, constraintNames));
            }
        });
        table.constraints().forEach((constraint, part) -> {
            if (!part.absent()) {
                guarded(part.is(), () -> constraints.add(ConstraintDdl.table(constraint, part.is())));
            }
        });
        List<PlannedIndex> indexes = new ArrayList<>();
        table.indexes().forEach((index, part) -> {
            if (!part.absent()) {
                guarded(part.is(), () -> indexes.add(index(index, part)));
            }
        });
        tables.add(new PlannedTable(name, columns, absent, constraints, indexes));
    }

    private void column(
            QualifiedName table,
            String column,
            SourceText definition,
            List<PlannedColumn> columns,
            List<PlannedConstraint> constraints,
            Set<String> constraintNames) {
        ColumnClauses clauses = ColumnClauses.parse(definition);
        if (clauses.column().spans().isEmpty()) {
            problems.add(new Problem(definition.location(), "the column has no type"));
            return;
        }
        columns.add(new PlannedColumn(column, clauses.column(), ofItsOwn(clauses.storage())));
        for (ColumnClauses.Clause clause : clauses.constraints()) {
            @Nullable String stated = clause.name();
            String name = stated == null ? "pgassay_inline_" + inline.size() : stated;
            String fault = stated == null ? "" : Spelling.fault(stated);
            if (!fault.isEmpty()) {
                problems.add(new Problem(definition.at(clause.start()), fault));
                continue;
            }
            if (stated != null && !constraintNames.add(stated)) {
                problems.add(new Problem(
                        definition.at(clause.start()), "the constraint " + stated + " is stated twice for this table"));
                continue;
            }
            constraints.add(ConstraintDdl.column(name, column, definition, clause));
            inline.add(new InlineConstraint(
                    table, column, name, stated != null, clause.tokens().get(0).name(), definition.at(clause.start())));
        }
    }

    /** A storage that is to be set: DEFAULT is what the column has without, and no word of older versions. */
    private static @Nullable Ddl ofItsOwn(@Nullable Ddl storage) {
        return storage == null || storage.sql().equalsIgnoreCase(OptionValues.DEFAULT) ? null : storage;
    }

    private static PlannedIndex index(String name, IndexSpec part) {
        SourceText definition = part.is();
        List<Token> tokens = SqlLexer.tokens(definition.text());
        boolean unique = !tokens.isEmpty() && tokens.get(0).is("unique");
        int start = unique ? tokens.get(0).end() : 0;
        Ddl ddl = Ddl.builder()
                .add(definition, start, tokens.get(tokens.size() - 1).end())
                .build();
        return new PlannedIndex(name, unique, ddl);
    }

    /** Plans what a fragment states, if it is one definition and no more. */
    private void guarded(SourceText fragment, Runnable plan) {
        try {
            Definition.CLAUSE.tokens(fragment.text());
            plan.run();
        } catch (SqlSyntaxException e) {
            problems.add(Definition.problem(fragment, e));
        }
    }
}
