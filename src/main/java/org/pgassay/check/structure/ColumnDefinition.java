package org.pgassay.check.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
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
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Suggestions;

/**
 * A column must exist and have the type, collation, nullability, default, identity and generation that the spec states.
 *
 * @param settings what the spec states of how it is kept
 */
record ColumnDefinition(
        Names names, QualifiedName table, String column, SourceText stated, StatedSettings settings, Location location)
        implements Check {

    static final String ID = "column/definition";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return names.subject(table, column);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.BLUEPRINT);
    }

    @Override
    public Set<ObjectRef> speaksOf(Catalog catalog) {
        return catalog.table(table).flatMap(each -> each.column(column)).isPresent()
                ? Set.of(new ObjectRef(ObjectKind.COLUMN, subject()))
                : Set.of();
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Table> found = evidence.catalog().table(table);
        Optional<Column> observed = found.flatMap(each -> each.column(column));
        Optional<String> fault = evidence.blueprint().fault(new Blueprint.Part(table, ObjectKind.COLUMN, column));
        if (fault.isPresent()) {
            return List.of(Finding.failed(
                    this,
                    subject() + " cannot be as the spec states: " + fault.get() + ".",
                    "Create what the definition names in a migration, or mend the definition.",
                    stated.text(),
                    observed.map(Definitions::column).orElse("no such column")));
        }
        Column expected = evidence.blueprint()
                .expected()
                .table(table)
                .flatMap(each -> each.column(column))
                .orElseThrow();
        if (observed.isEmpty()) {
            return List.of(missing(evidence, found, expected));
        }
        List<String> differences = differences(expected, observed.get());
        differences.addAll(settings.differences(expected, observed.get()));
        if (differences.isEmpty()) {
            return List.of(Finding.passed(this, subject() + " is as stated.", Definitions.column(observed.get()), 1));
        }
        return List.of(Finding.failed(
                        this,
                        subject() + " " + String.join(", and ", differences) + ".",
                        "Alter the column in a migration, or correct the spec.",
                        Definitions.column(expected),
                        Definitions.column(observed.get()))
                .with(differences));
    }

    private Finding missing(Evidence evidence, Optional<Table> found, Column expected) {
        String why = found.isEmpty()
                ? Tables.missing(evidence.catalog(), table, names)
                : names.subject(table) + " has no column of that name"
                        + Suggestions.didYouMean(
                                column,
                                found.get().columns().stream().map(Column::name).toList());
        return Finding.failed(
                this,
                "the column " + subject() + " does not exist: " + why + ".",
                "Add the column in a migration, or take it out of the spec.",
                Definitions.column(expected),
                "no such column");
    }

    private static List<String> differences(Column expected, Column observed) {
        List<String> differences = new ArrayList<>();
        if (!expected.type().equals(observed.type())) {
            differences.add("has type " + observed.type() + " instead of " + expected.type());
        }
        if (!Objects.equals(expected.collation(), observed.collation())) {
            differences.add("has " + collation(observed) + " instead of " + collation(expected));
        }
        if (expected.notNull() != observed.notNull()) {
            differences.add(observed.notNull() ? "is NOT NULL and must accept nulls" : "accepts nulls and must not");
        }
        if (!value(expected).equals(value(observed))) {
            differences.add("has " + value(observed) + " instead of " + value(expected));
        } else if (!options(expected).equals(options(observed))) {
            differences.add("has " + options(observed) + " for its identity instead of " + options(expected));
        }
        return differences;
    }

    private static String collation(Column column) {
        return column.collation() == null ? "its type's own collation" : "collation " + column.collation();
    }

    /** The options of an identity's sequence: a definition is whole, so that without options they must be the defaults. */
    private static String options(Column column) {
        String options = column.settings().identityOptions();
        return options == null ? "the default options" : "the options (" + options + ")";
    }

    /** What an INSERT that leaves the column out stores. */
    private static String value(Column column) {
        @Nullable String expression = column.defaultExpression();
        String generated = switch (column.generated()) {
            case STORED -> "the generated value (" + expression + ") stored";
            case VIRTUAL -> "the generated value (" + expression + ") virtual";
            case NONE -> "";
        };
        if (!generated.isEmpty()) {
            return generated;
        }
        return switch (column.identity()) {
            case ALWAYS -> "identity always";
            case BY_DEFAULT -> "identity by default";
            case NONE -> expression == null ? "no default" : "default " + expression;
        };
    }
}
