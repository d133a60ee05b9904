package org.pgassay.check.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Check;
import org.pgassay.check.Names;
import org.pgassay.check.structure.StructurePlanner.InlineConstraint;
import org.pgassay.check.structure.StructureSection.PartSpec;
import org.pgassay.check.structure.StructureSection.TableSpec;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** Expands the tables of a spec to checks, in the spec's order. */
final class StructureChecks {

    private final Spec spec;
    private final Names names;
    private final StructureSection section;
    private final List<InlineConstraint> inline;
    private final List<Check> checks = new ArrayList<>();

    StructureChecks(Spec spec, Names names) {
        this.spec = spec;
        this.names = names;
        this.section = spec.section(StructureSection.class);
        this.inline = StructurePlanner.of(spec).inline();
    }

    List<Check> all() {
        spec.schemas().forEach(schema -> checks.add(new SchemaExists(schema, spec.location())));
        Set<QualifiedName> named = new LinkedHashSet<>();
        section.tables().forEach((written, table) -> {
            QualifiedName name = names.resolve(written);
            named.add(name);
            table(name, table);
        });
        spec.closes("tables").ifPresent(closed -> checks.add(new TablesClosed(names, named, closed)));
        return List.copyOf(checks);
    }

    private void table(QualifiedName name, TableSpec table) {
        if (table.absent()) {
            checks.add(new Absent(names, Absent.What.TABLE, name, null, table.location()));
            return;
        }
        checks.add(new TableExists(names, name, table.location()));
        table.columns().forEach((column, part) -> {
            if (part.absent()) {
                checks.add(new Absent(names, Absent.What.COLUMN, name, column, part.location()));
            } else {
                checks.add(
                        new ColumnDefinition(names, name, column, part.is(), StatedSettings.of(part), part.location()));
            }
        });
        inlineConstraints(name, table);
        table.constraints().forEach((constraint, part) -> constraint(name, constraint, part));
        table.indexes().forEach((index, part) -> {
            if (part.absent()) {
                checks.add(new Absent(names, Absent.What.INDEX, name, index, part.location()));
            } else {
                checks.add(
                        new IndexDefinition(names, name, index, part.is(), IndexState.stated(part), part.location()));
            }
        });
        closed(name, table);
    }

    private void inlineConstraints(QualifiedName table, TableSpec spec) {
        Map<String, Integer> seen = new HashMap<>();
        for (InlineConstraint each : inline) {
            if (!each.table().equals(table)) {
                continue;
            }
            ConstraintDefinition.Type type = ConstraintKinds.of(each.keyword()).orElseThrow();
            String part = Identifiers.quote(each.named() ? each.name() : each.column());
            int count = seen.merge(type + part, 1, Integer::sum);
            String stated = Optional.ofNullable(spec.columns().get(each.column()))
                    .map(column -> column.is().text())
                    .orElse("");
            checks.add(new ConstraintDefinition(
                    names,
                    type,
                    table,
                    each.name(),
                    each.named() ? Optional.empty() : Optional.of(each.column()),
                    count == 1 ? part : part + "#" + count,
                    stated,
                    each.location()));
        }
    }

    private void constraint(QualifiedName table, String constraint, PartSpec part) {
        if (part.absent()) {
            checks.add(new Absent(names, Absent.What.CONSTRAINT, table, constraint, part.location()));
        } else {
            checks.add(new ConstraintDefinition(
                    names,
                    ConstraintKinds.of(part.is()).orElseThrow(),
                    table,
                    constraint,
                    Optional.empty(),
                    Identifiers.quote(constraint),
                    part.is().text(),
                    part.location()));
        }
    }

    private void closed(QualifiedName table, TableSpec spec) {
        Set<String> constraints = new HashSet<>(spec.constraints().keySet());
        Set<String> nameless = new HashSet<>();
        for (InlineConstraint each : inline) {
            if (each.table().equals(table)) {
                (each.named() ? constraints : nameless).add(each.name());
            }
        }
        close(table, spec, "columns", PartsClosed.What.COLUMNS, spec.columns().keySet(), Set.of());
        close(table, spec, "indexes", PartsClosed.What.INDEXES, spec.indexes().keySet(), Set.of());
        close(table, spec, "constraints", PartsClosed.What.CONSTRAINTS, constraints, nameless);
    }

    private void close(
            QualifiedName table,
            TableSpec spec,
            String kind,
            PartsClosed.What what,
            Set<String> named,
            Set<String> nameless) {
        spec.closed().stream()
                .filter(each -> Set.of(kind, "all").contains(each.text()))
                .findFirst()
                .map(SourceText::location)
                .or(() -> this.spec.closesAll() ? this.spec.closes(kind) : Optional.empty())
                .ifPresent(at -> checks.add(new PartsClosed(names, what, table, named, nameless, at)));
    }
}
