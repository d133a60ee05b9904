package org.pgassay.check.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.catalog.UserType;
import org.pgassay.catalog.View;
import org.pgassay.check.Evidence;
import org.pgassay.check.Need;

/**
 * What a claim can count.
 *
 * @param id as claims write it
 * @param need what it is counted in
 * @param attributes what its objects can be selected by
 * @param source lists all objects of the kind
 */
record Measure(String id, Need need, List<String> attributes, Function<Evidence, Stream<Item>> source) {

    private static final List<String> OF_INDEXES =
            List.of("table", "columns", "method", "unique", "partial", "expression");

    private static final List<String> OF_CONSTRAINTS = List.of("table", "columns");

    private static final List<String> FLAG = List.of("true", "false");

    /** The attributes that have few values: any other could select nothing, and a claim of none would hold of it. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("partitioned", FLAG),
            Map.entry("nullable", FLAG),
            Map.entry("default", FLAG),
            Map.entry("unique", FLAG),
            Map.entry("partial", FLAG),
            Map.entry("identity", FLAG),
            Map.entry("generated", FLAG),
            Map.entry("expression", FLAG),
            Map.entry("unlogged", FLAG),
            Map.entry("rowSecurity", FLAG),
            Map.entry("undo", FLAG),
            Map.entry("onDelete", words(ForeignKey.Action.values())),
            Map.entry("onUpdate", words(ForeignKey.Action.values())),
            Map.entry("enabled", words(Trigger.Enabled.values())),
            Map.entry("command", List.of("all", "select", "insert", "update", "delete")));

    private static final List<Measure> ALL = List.of(
            new Measure(
                    "tables",
                    Need.CATALOG,
                    List.of("having", "partitioned", "unlogged", "rowSecurity"),
                    Measure::tables),
            new Measure(
                    "columns",
                    Need.CATALOG,
                    List.of("table", "type", "nullable", "default", "identity", "generated"),
                    Measure::columns),
            new Measure("indexes", Need.CATALOG, OF_INDEXES, evidence -> indexes(evidence, false)),
            new Measure("indexes.secondary", Need.CATALOG, OF_INDEXES, evidence -> indexes(evidence, true)),
            new Measure("primary-keys", Need.CATALOG, OF_CONSTRAINTS, constraints(Constraint.Type.PRIMARY_KEY)),
            new Measure(
                    "foreign-keys",
                    Need.CATALOG,
                    List.of("table", "columns", "references", "onDelete", "onUpdate"),
                    constraints(Constraint.Type.FOREIGN_KEY)),
            new Measure("uniques", Need.CATALOG, OF_CONSTRAINTS, constraints(Constraint.Type.UNIQUE)),
            new Measure("checks", Need.CATALOG, OF_CONSTRAINTS, constraints(Constraint.Type.CHECK)),
            new Measure("exclusions", Need.CATALOG, OF_CONSTRAINTS, constraints(Constraint.Type.EXCLUSION)),
            new Measure("triggers", Need.CATALOG, List.of("table", "enabled"), Measure::triggers),
            new Measure("policies", Need.CATALOG, List.of("table", "command"), Measure::policies),
            new Measure("functions", Need.CATALOG, List.of("language"), Measure::functions),
            new Measure("procedures", Need.CATALOG, List.of("language"), routines(Routine.Kind.PROCEDURE)),
            new Measure("aggregates", Need.CATALOG, List.of(), routines(Routine.Kind.AGGREGATE)),
            new Measure("views", Need.CATALOG, List.of(), evidence -> views(evidence, false)),
            new Measure("materialized-views", Need.CATALOG, List.of(), evidence -> views(evidence, true)),
            new Measure("sequences", Need.CATALOG, List.of("identity"), Measure::sequences),
            new Measure("enums", Need.CATALOG, List.of("label"), types(UserType.Kind.ENUM)),
            new Measure("domains", Need.CATALOG, List.of(), types(UserType.Kind.DOMAIN)),
            new Measure("composites", Need.CATALOG, List.of(), types(UserType.Kind.COMPOSITE)),
            new Measure("ranges", Need.CATALOG, List.of(), types(UserType.Kind.RANGE)),
            new Measure("partitions", Need.CATALOG, List.of("of"), Measure::partitions),
            new Measure("extensions", Need.CATALOG, List.of(), Measure::extensions),
            new Measure("schemas", Need.CATALOG, List.of(), Measure::schemas),
            new Measure("revisions", Need.MIGRATIONS, List.of("undo"), Measure::revisions));

    /** Every object has a name and a schema to select it by. */
    Measure {
        attributes = Stream.concat(Stream.of("name", "schema"), attributes.stream())
                .distinct()
                .toList();
    }

    /** An object, named for a reader, and its attributes; of an attribute's values one must match. */
    record Item(String name, Map<String, List<String>> attributes) {}

    /** The measure of that name, if there is one. */
    static Optional<Measure> of(String id) {
        return ALL.stream().filter(measure -> measure.id.equals(id)).findFirst();
    }

    /** The names of all measures, in the order that they are documented in. */
    static List<String> ids() {
        return ALL.stream().map(Measure::id).toList();
    }

    /** All measures. */
    static List<Measure> all() {
        return ALL;
    }

    /** All objects of the kind. */
    List<Item> items(Evidence evidence) {
        return source.apply(evidence).toList();
    }

    private static Item item(String schema, String name, Map<String, List<String>> attributes) {
        Map<String, List<String>> all = new HashMap<>(attributes);
        all.put("name", List.of(name));
        all.put("schema", List.of(schema));
        List<String> table = attributes.getOrDefault("table", List.of());
        return new Item(table.isEmpty() ? name : table.get(0) + "." + name, Map.copyOf(all));
    }

    private static Stream<Item> tables(Evidence evidence) {
        return evidence.catalog().tables().stream()
                .map(table -> item(
                        table.name().schema(),
                        table.name().name(),
                        Map.of(
                                "having",
                                table.columns().stream().map(Column::name).toList(),
                                "partitioned",
                                flag(table.partitionKey() != null),
                                "unlogged",
                                flag(table.unlogged()),
                                "rowSecurity",
                                flag(table.rowSecurity()))));
    }

    private static Stream<Item> partitions(Evidence evidence) {
        return evidence.catalog().tables().stream().flatMap(table -> {
            var parent = table.partitionOf();
            return parent == null
                    ? Stream.of()
                    : Stream.of(item(table.name().schema(), table.name().name(), Map.of("of", List.of(parent.name()))));
        });
    }

    private static Stream<Item> columns(Evidence evidence) {
        return evidence.catalog().tables().stream()
                .flatMap(table -> table.columns().stream()
                        .map(column -> item(
                                table.name().schema(),
                                column.name(),
                                Map.of(
                                        "table",
                                        List.of(table.name().name()),
                                        "type",
                                        List.of(column.type()),
                                        "nullable",
                                        flag(!column.notNull()),
                                        "default",
                                        flag(column.defaultExpression() != null
                                                || column.identity() != Column.Identity.NONE),
                                        "identity",
                                        flag(column.identity() != Column.Identity.NONE),
                                        "generated",
                                        flag(column.generated() != Column.Generated.NONE)))));
    }

    private static Stream<Item> indexes(Evidence evidence, boolean secondaryOnly) {
        Stream<Item> ofTables = evidence.catalog().tables().stream()
                .flatMap(table -> table.indexes().stream()
                        .filter(index -> index.secondary() || !secondaryOnly)
                        .map(index -> index(table.name().schema(), table.name().name(), index)));
        Stream<Item> ofViews = evidence.catalog().views().stream()
                .flatMap(view -> view.indexes().stream()
                        .map(index -> index(view.name().schema(), view.name().name(), index)));
        return Stream.concat(ofTables, ofViews);
    }

    private static Item index(String schema, String table, Index index) {
        String columns = index.keys().stream().map(Index.Key::sql).collect(Collectors.joining(", "));
        return item(
                schema,
                index.name(),
                Map.of(
                        "table",
                        List.of(table),
                        "columns",
                        List.of(columns),
                        "method",
                        List.of(index.method()),
                        "unique",
                        flag(index.unique()),
                        "partial",
                        flag(index.predicate() != null),
                        "expression",
                        flag(index.keys().stream().anyMatch(key -> key.column() == null))));
    }

    private static Function<Evidence, Stream<Item>> constraints(Constraint.Type type) {
        return evidence -> evidence.catalog().tables().stream()
                .flatMap(table -> table.constraints().stream()
                        .filter(constraint -> constraint.type() == type && !constraint.inherited())
                        .map(constraint -> constraint(table, constraint)));
    }

    private static Item constraint(Table table, Constraint constraint) {
        Map<String, List<String>> attributes = new HashMap<>();
        attributes.put("table", List.of(table.name().name()));
        attributes.put("columns", List.of(String.join(", ", constraint.columns())));
        ForeignKey foreignKey = constraint.foreignKey();
        if (foreignKey != null) {
            attributes.put("references", List.of(foreignKey.table().name()));
            attributes.put("onDelete", List.of(word(foreignKey.onDelete())));
            attributes.put("onUpdate", List.of(word(foreignKey.onUpdate())));
        }
        return item(table.name().schema(), constraint.name(), attributes);
    }

    private static Stream<Item> triggers(Evidence evidence) {
        return evidence.catalog().tables().stream()
                .flatMap(table -> table.triggers().stream()
                        .map(trigger -> item(
                                table.name().schema(),
                                trigger.name(),
                                Map.of(
                                        "table",
                                        List.of(table.name().name()),
                                        "enabled",
                                        List.of(word(trigger.enabled()))))));
    }

    private static Stream<Item> policies(Evidence evidence) {
        return evidence.catalog().tables().stream()
                .flatMap(table -> table.policies().stream()
                        .map(policy -> item(
                                table.name().schema(),
                                policy.name(),
                                Map.of(
                                        "table",
                                        List.of(table.name().name()),
                                        "command",
                                        List.of(policy.command().toLowerCase(Locale.ROOT))))));
    }

    private static Stream<Item> functions(Evidence evidence) {
        return evidence.catalog().routines().stream()
                .filter(routine -> routine.kind() != Routine.Kind.AGGREGATE)
                .map(routine -> item(
                        routine.name().schema(),
                        routine.name().name(),
                        Map.of("language", List.of(routine.language()))));
    }

    private static Function<Evidence, Stream<Item>> routines(Routine.Kind kind) {
        return evidence -> evidence.catalog().routines().stream()
                .filter(routine -> routine.kind() == kind)
                .map(routine -> item(
                        routine.name().schema(),
                        routine.name().name(),
                        Map.of("language", List.of(routine.language()))));
    }

    private static Stream<Item> views(Evidence evidence, boolean materialized) {
        return evidence.catalog().views().stream()
                .filter(view -> view.materialized() == materialized)
                .map(View::name)
                .map(name -> item(name.schema(), name.name(), Map.of()));
    }

    private static Stream<Item> sequences(Evidence evidence) {
        return evidence.catalog().sequences().stream()
                .map(sequence -> item(
                        sequence.name().schema(),
                        sequence.name().name(),
                        Map.of("identity", flag(sequence.identity()))));
    }

    private static Function<Evidence, Stream<Item>> types(UserType.Kind kind) {
        return evidence -> evidence.catalog().types().stream()
                .filter(type -> type.kind() == kind)
                .map(type -> item(
                        type.name().schema(), type.name().name(), Map.of("label", new ArrayList<>(type.labels()))));
    }

    private static Stream<Item> extensions(Evidence evidence) {
        // plpgsql stands in every database from the start; no migration made it.
        return evidence.catalog().extensions().stream()
                .filter(extension -> !extension.name().equals("plpgsql"))
                .map(extension -> item(extension.schema(), extension.name(), Map.of()));
    }

    private static Stream<Item> schemas(Evidence evidence) {
        return evidence.catalog().schemas().stream().map(schema -> item(schema, schema, Map.of()));
    }

    private static Stream<Item> revisions(Evidence evidence) {
        return evidence.migrations().steps().stream()
                .map(step -> item(
                        "",
                        step.revision().id(),
                        Map.of("undo", flag(step.revision().down() != null))));
    }

    private static List<String> flag(boolean value) {
        return List.of(Boolean.toString(value));
    }

    /** All values that an attribute can have; empty where they cannot be listed. */
    static List<String> values(String attribute) {
        return VALUES.getOrDefault(attribute, List.of());
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Measure::word).toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
