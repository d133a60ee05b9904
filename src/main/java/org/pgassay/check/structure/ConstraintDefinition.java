package org.pgassay.check.structure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Blueprint;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.ObjectRef;
import org.pgassay.spec.Location;

/**
 * A constraint must exist and have the stated definition, its referential actions, deferrability and validity among it.
 *
 * @param type the constraint's kind, which is the kind of this check too
 * @param constraint the constraint's name in the structure
 * @param column the column that it stands with, if the spec gives it no name: then any name will do
 * @param stated the spec's words
 */
record ConstraintDefinition(
        Names names,
        Type type,
        QualifiedName table,
        String constraint,
        Optional<String> column,
        String part,
        String stated,
        Location location)
        implements Check {

    /** The kinds of constraint that a spec can state. */
    enum Type {
        PRIMARY_KEY("primary-key/definition", "primary key", Constraint.Type.PRIMARY_KEY),
        UNIQUE("unique/definition", "unique constraint", Constraint.Type.UNIQUE),
        CHECK("check/definition", "check constraint", Constraint.Type.CHECK),
        FOREIGN_KEY("foreign-key/definition", "foreign key", Constraint.Type.FOREIGN_KEY),
        EXCLUSION("exclusion/definition", "exclusion constraint", Constraint.Type.EXCLUSION);

        final String id;
        final String phrase;
        final Constraint.Type catalog;

        Type(String id, String phrase, Constraint.Type catalog) {
            this.id = id;
            this.phrase = phrase;
            this.catalog = catalog;
        }
    }

    @Override
    public String id() {
        return type.id;
    }

    @Override
    public String subject() {
        return names.subject(table) + "." + part;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.BLUEPRINT);
    }

    /** The constraint of the stated name, or for a nameless one those of its kind that could be it. */
    @Override
    public Set<ObjectRef> speaksOf(Catalog catalog) {
        return catalog.table(table).stream()
                .flatMap(found ->
                        column.isPresent() ? ofColumn(found, column.get()) : found.constraint(constraint).stream())
                .map(each -> new ObjectRef(ObjectKind.CONSTRAINT, names.subject(table, each.name())))
                .collect(Collectors.toSet());
    }

    private Stream<Constraint> ofColumn(Table found, String name) {
        return found.constraints().stream()
                .filter(each -> each.type() == type.catalog && each.columns().equals(List.of(name)));
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Table> found = evidence.catalog().table(table);
        Optional<String> fault =
                evidence.blueprint().fault(new Blueprint.Part(table, ObjectKind.CONSTRAINT, constraint));
        if (fault.isPresent()) {
            return List.of(Finding.failed(
                    this,
                    phrase() + " cannot be as the spec states: " + fault.get() + ".",
                    "Create what the definition names in a migration, or mend the definition.",
                    stated,
                    found.flatMap(each -> each.constraint(constraint))
                            .map(Constraint::definition)
                            .orElse("no such constraint")));
        }
        Constraint expected = evidence.blueprint()
                .expected()
                .table(table)
                .flatMap(each -> each.constraint(constraint))
                .orElseThrow();
        if (found.isEmpty()) {
            return List.of(missing(expected, Tables.missing(evidence.catalog(), table, names), "no table"));
        }
        Optional<Constraint> observed = StatedParts.counterpart(found.get(), expected, column.isEmpty());
        Optional<Index> index = evidence.blueprint().expected().table(table).flatMap(each -> behind(each, expected));
        return List.of(
                observed.isPresent()
                        ? compared(expected, observed.get(), index, behind(found.get(), observed.get()))
                        : missing(expected, elsewhere(found.get(), expected), twin(found.get(), expected)));
    }

    /** The index behind a constraint: it has what the constraint's own definition does not tell. */
    private static Optional<Index> behind(Table table, Constraint constraint) {
        return table.indexes().stream()
                .filter(index -> constraint.name().equals(index.constraint()))
                .findFirst();
    }

    private Finding compared(Constraint expected, Constraint observed, Optional<Index> wanted, Optional<Index> behind) {
        boolean same = expected.definition().equals(observed.definition())
                && observed.validated() == expected.validated()
                && observed.enforced() == expected.enforced();
        if (same && !wanted.map(Definitions::index).equals(behind.map(Definitions::index))) {
            return Finding.failed(
                            this,
                            phrase() + " is not as stated: the index behind it is another.",
                            help(expected, observed),
                            wanted.map(Definitions::index).orElse("no index"),
                            behind.map(Definitions::index).orElse("no index"))
                    .with(List.of("constraint " + observed.name()));
        }
        if (same) {
            return Finding.passed(this, phrase() + " is as stated.", observed.definition(), 1)
                    .with(List.of("constraint " + observed.name()));
        }
        return Finding.failed(
                        this,
                        phrase() + " is not as stated.",
                        help(expected, observed),
                        expected.text(),
                        observed.text())
                .with(List.of("constraint " + observed.name()));
    }

    private Finding missing(Constraint expected, String why, String observed) {
        return Finding.failed(
                this,
                phrase() + " does not exist" + (why.isEmpty() ? "" : ": " + why) + ".",
                "Add the constraint in a migration, or take it out of the spec.",
                expected.definition(),
                observed);
    }

    private String elsewhere(Table found, Constraint expected) {
        return same(found, expected)
                .map(each -> names.subject(table, each.name()) + " is defined like it")
                .orElse("");
    }

    private static String twin(Table found, Constraint expected) {
        return same(found, expected)
                .map(each -> each.name() + ": " + each.definition())
                .orElse("no such constraint");
    }

    private static Optional<Constraint> same(Table found, Constraint expected) {
        return found.constraints().stream()
                .filter(each -> each.definition().equals(expected.definition()))
                .findFirst();
    }

    /** A constraint with a name goes by it, one without by its column. */
    private String phrase() {
        return "the " + type.phrase + (column.isPresent() ? " of " : " ") + subject();
    }

    private static String help(Constraint expected, Constraint observed) {
        if (expected.enforced() && observed.definition().equals(expected.definition()) && !observed.enforced()) {
            return "Run ALTER TABLE … ENABLE TRIGGER ALL on its tables, and check the rows written since.";
        }
        return expected.validated() && observed.definition().equals(expected.definition() + " NOT VALID")
                ? "Run ALTER TABLE … VALIDATE CONSTRAINT in a migration, or correct the spec."
                : "Drop the constraint and add it again in a migration, or correct the spec.";
    }
}
