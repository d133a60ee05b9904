package org.pgassay.check.rule.naming;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Blueprint;
import org.pgassay.check.Evidence;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.StructurePlan.PlannedColumn;
import org.pgassay.check.StructurePlan.PlannedTable;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Parameters;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;
import org.pgassay.check.structure.StructurePlanner;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;

/** Every table has a column of that name, defined alike; PostgreSQL reads the definition. */
public final class ColumnConvention implements Rule {

    private static final String NAME = "name";

    private static final String IS = "is";

    @Override
    public String id() {
        return "column-convention";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.text(NAME, "The column's name.").mandatory(),
                Parameter.text(
                                IS,
                                "Its definition: type, collation, nullability and default, such as \"timestamptz not null"
                                        + " default now()\".")
                        .mandatory());
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.BLUEPRINT);
    }

    @Override
    public List<PlannedTable> plan(Names names, Parameters stated, List<Problem> problems) {
        Optional<SourceText> definition = stated.source(IS);
        if (!stated.has(NAME) || definition.isEmpty()) {
            return List.of();
        }
        Optional<PlannedColumn> column = StructurePlanner.column(stated.text(NAME, ""), definition.get(), problems);
        return column.stream()
                .map(each -> new PlannedTable(table(names, stated), List.of(each), List.of(), List.of(), List.of()))
                .toList();
    }

    /** A name that no table of a user has, and the same for the same convention. */
    private static QualifiedName table(Names names, Parameters stated) {
        String convention = stated.text(NAME, "") + "\n" + stated.text(IS, "");
        UUID id = UUID.nameUUIDFromBytes(convention.getBytes(StandardCharsets.UTF_8));
        return new QualifiedName(names.schemas().get(0), "pgassay convention " + id);
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return judge(scope, table -> null);
    }

    @Override
    public List<Judged> judge(Scope scope, Evidence evidence) {
        String name = scope.parameters().text(NAME, "");
        QualifiedName made = table(scope.names(), scope.parameters());
        Optional<String> fault = evidence.blueprint().fault(new Blueprint.Part(made, ObjectKind.COLUMN, name));
        if (fault.isPresent()) {
            return judge(scope, table -> impossible(scope, table, fault.get()));
        }
        Column expected = evidence.blueprint()
                .expected()
                .table(made)
                .flatMap(table -> table.column(name))
                .orElseThrow();
        return judge(scope, table -> breach(scope, table, expected));
    }

    private static List<Judged> judge(Scope scope, Function<Table, @Nullable Breach> judge) {
        String name = scope.parameters().text(NAME, "");
        return scope.roots().stream()
                .map(table ->
                        new Judged(scope.column(table.name(), name), scope.host(table.name()), judge.apply(table)))
                .toList();
    }

    private static Breach impossible(Scope scope, Table table, String fault) {
        return new Breach(
                scope.host(table.name()) + " cannot have the column as the spec states: " + fault + ".",
                "Create what the definition names in a migration, or mend the definition.",
                scope.parameters().text(IS, ""),
                "none");
    }

    private static @Nullable Breach breach(Scope scope, Table table, Column expected) {
        Optional<Column> observed = table.column(expected.name());
        if (observed.isEmpty()) {
            return new Breach(
                    scope.host(table.name()) + " has no column " + expected.name()
                            + ", which the spec asks of every table.",
                    "Add the column " + expected.name() + " to " + scope.host(table.name()) + ".",
                    text(expected),
                    "no such column");
        }
        List<String> differences = differences(expected, observed.get());
        return differences.isEmpty()
                ? null
                : new Breach(
                        scope.column(table.name(), expected.name()).name()
                                + " is not as the spec asks of every table: it " + String.join(", and ", differences)
                                + ".",
                        "Alter the column in a migration, or except it with the reason.",
                        text(expected),
                        text(observed.get()));
    }

    private static List<String> differences(Column expected, Column observed) {
        List<String> differences = new ArrayList<>();
        if (!expected.type().equals(observed.type())) {
            differences.add("has another type");
        }
        if (!Objects.equals(expected.collation(), observed.collation())) {
            differences.add("has another collation");
        }
        if (expected.notNull() != observed.notNull()) {
            differences.add(observed.notNull() ? "is NOT NULL" : "accepts nulls");
        }
        boolean sameValue = expected.identity() == observed.identity()
                && expected.generated() == observed.generated()
                && Objects.equals(expected.defaultExpression(), observed.defaultExpression());
        if (!sameValue) {
            differences.add("has another default");
        }
        return differences;
    }

    private static String text(Column column) {
        StringBuilder text = new StringBuilder(column.type());
        if (column.collation() != null) {
            text.append(" collate ").append(column.collation());
        }
        text.append(column.notNull() ? " not null" : "");
        String expression = column.defaultExpression();
        switch (column.generated()) {
            case STORED ->
                text.append(" generated always as (").append(expression).append(") stored");
            case VIRTUAL ->
                text.append(" generated always as (").append(expression).append(") virtual");
            case NONE -> text.append(expression == null ? "" : " default " + expression);
        }
        switch (column.identity()) {
            case ALWAYS -> text.append(" generated always as identity");
            case BY_DEFAULT -> text.append(" generated by default as identity");
            case NONE -> {}
        }
        return text.toString();
    }
}
