package org.pgassay.check.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Names;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.Spec;

/** Schemas, tables, columns, indexes and constraints. */
public final class StructureFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/structure/schema.json";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(StructureSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        List<CheckKind> kinds = new ArrayList<>();
        kinds.add(new CheckKind(SchemaExists.ID, SchemaExists.class));
        kinds.add(new CheckKind(TableExists.ID, TableExists.class));
        kinds.add(new CheckKind(TablesClosed.ID, TablesClosed.class));
        kinds.add(new CheckKind(ColumnDefinition.ID, ColumnDefinition.class));
        kinds.add(new CheckKind(IndexDefinition.ID, IndexDefinition.class));
        Arrays.stream(ConstraintDefinition.Type.values())
                .forEach(type -> kinds.add(new CheckKind(type.id, ConstraintDefinition.class)));
        Arrays.stream(Absent.What.values()).forEach(what -> kinds.add(new CheckKind(what.id, Absent.class)));
        Arrays.stream(PartsClosed.What.values()).forEach(what -> kinds.add(new CheckKind(what.id, PartsClosed.class)));
        return List.copyOf(kinds);
    }

    @Override
    public List<Problem> problems(Spec spec) {
        List<Problem> problems = new ArrayList<>(StructurePlanner.of(spec).problems());
        StructureSection section = spec.section(StructureSection.class);
        section.tables()
                .values()
                .forEach(table -> table.constraints().values().stream()
                        .filter(part ->
                                !part.absent() && ConstraintKinds.of(part.is()).isEmpty())
                        .forEach(part -> problems.add(new Problem(
                                part.is().location(),
                                "a table constraint begins with primary key, unique, check, foreign key or exclude"))));
        return problems;
    }

    @Override
    public List<Check> checks(Spec spec) {
        return new StructureChecks(spec, new Names(spec.schemas())).all();
    }
}
