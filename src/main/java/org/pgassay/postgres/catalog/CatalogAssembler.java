package org.pgassay.postgres.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.Extension;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Namespace;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.UserType;
import org.pgassay.catalog.View;

/** Makes a catalog of the rows of each {@link CatalogQuery}, taken in the queries' order. */
final class CatalogAssembler {

    private final TableParts parts = new TableParts();
    private final List<String> schemas = new ArrayList<>();
    private final List<Extension> extensions = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<Routine> routines = new ArrayList<>();
    private final List<UserType> types = new ArrayList<>();
    private final List<Namespace> namespaces = new ArrayList<>();
    private final List<String> otherSchemas = new ArrayList<>();
    private final List<DatabaseObject> objects = new ArrayList<>();
    private final GrantRows grants = new GrantRows();

    Catalog catalog() {
        return new Catalog(
                schemas,
                tables,
                views,
                sequences,
                routines,
                types,
                extensions,
                namespaces,
                otherSchemas,
                objects,
                grants.defaults());
    }

    /** Takes the current row of a query's result. */
    void accept(CatalogQuery query, ResultSet row) throws SQLException {
        switch (query) {
            case SETTINGS -> {
                // The row only repeats what was set.
            }
            case SCHEMAS -> schemas.add(row.getString("name"));
            case EXTENSIONS ->
                extensions.add(new Extension(row.getString("name"), row.getString("version"), row.getString("schema")));
            case GRANTS -> grants.addGrant(row);
            case DEFAULT_PRIVILEGES -> grants.addDefault(row);
            case NAMESPACES -> namespace(row);
            case COLUMNS -> parts.addColumn(row);
            case CONSTRAINTS -> parts.addConstraint(row);
            case INDEX_KEYS -> parts.addIndexKey(row);
            case INDEXES -> parts.addIndex(row);
            case TRIGGERS -> parts.addTrigger(row);
            case POLICIES -> parts.addPolicy(row);
            case RULES -> parts.addRule(row);
            case TABLE_SETTINGS -> parts.addSettings(row);
            case TABLES -> tables.add(table(row));
            case VIEWS -> views.add(view(row));
            case SEQUENCES -> sequences.add(sequence(row));
            case ROUTINES -> routines.add(routine(row));
            case TYPES -> types.add(type(row));
        }
    }

    private void namespace(ResultSet row) throws SQLException {
        String name = row.getString("name");
        if (row.getBoolean("asked")) {
            namespaces.add(
                    new Namespace(name, row.getString("owner"), grants.schema(name), Rows.optional(row, "comment")));
        } else {
            otherSchemas.add(name);
        }
    }

    /** Columns know their relation by its id only; their privileges come with its name. */
    private List<Column> columns(QualifiedName relation, long id) {
        return parts.columns(id).stream()
                .map(column -> column.withGrants(grants.column(relation.schema(), relation.name(), column.name())))
                .toList();
    }

    private Table table(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        boolean partition = row.getBoolean("is_partition");
        List<QualifiedName> parents = parents(row);
        return new Table(
                name(row),
                tableKind(row.getString("kind")),
                row.getString("owner"),
                row.getBoolean("unlogged"),
                row.getBoolean("row_security"),
                row.getBoolean("row_security_forced"),
                partition ? parents.get(0) : null,
                Rows.optional(row, "partition_bound"),
                Rows.optional(row, "partition_key"),
                partition ? List.of() : parents,
                columns(name(row), id),
                parts.constraints(id),
                parts.indexes(id),
                parts.triggers(id),
                parts.policies(id),
                parts.rules(id),
                parts.settings(id),
                grants.relation(name(row).schema(), name(row).name()),
                Rows.optional(row, "comment"));
    }

    private View view(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new View(
                name(row),
                row.getBoolean("materialized"),
                row.getString("owner"),
                Rows.texts(row, "options"),
                columns(name(row), id),
                parts.indexes(id),
                parts.triggers(id),
                parts.rules(id),
                parts.settings(id).withoutOptions(),
                grants.relation(name(row).schema(), name(row).name()),
                Rows.printed(row, "definition"),
                Rows.optional(row, "comment"));
    }

    private Sequence sequence(ResultSet row) throws SQLException {
        return new Sequence(
                name(row),
                row.getString("owner"),
                row.getString("type"),
                row.getLong("start"),
                row.getLong("increment"),
                row.getLong("minimum"),
                row.getLong("maximum"),
                row.getLong("cache"),
                row.getBoolean("cycle"),
                ownedBy(row),
                row.getBoolean("identity"),
                grants.relation(name(row).schema(), name(row).name()),
                Rows.optional(row, "comment"));
    }

    private Routine routine(ResultSet row) throws SQLException {
        return new Routine(
                name(row),
                Rows.printed(row, "arguments"),
                Rows.texts(row, "argument_types"),
                Rows.printed(row, "declared_arguments"),
                routineKind(row.getString("kind")),
                Rows.optional(row, "result"),
                row.getString("language"),
                volatility(row.getString("volatility")),
                row.getBoolean("security_definer"),
                row.getBoolean("strict"),
                row.getBoolean("leakproof"),
                parallel(row.getString("parallel")),
                null,
                null,
                null,
                Rows.texts(row, "configuration"),
                Rows.printed(row, "body"),
                row.getString("owner"),
                grants.routine(name(row).schema(), name(row).name(), Rows.printed(row, "arguments")),
                Rows.optional(row, "comment"));
    }

    private UserType type(ResultSet row) throws SQLException {
        return new UserType(
                name(row),
                typeKind(row.getString("kind")),
                row.getString("owner"),
                Rows.texts(row, "labels"),
                Rows.texts(row, "attributes"),
                Rows.optional(row, "definition"),
                grants.type(name(row).schema(), name(row).name()),
                Rows.optional(row, "comment"));
    }

    private static QualifiedName name(ResultSet row) throws SQLException {
        return new QualifiedName(row.getString("schema"), row.getString("name"));
    }

    private static List<QualifiedName> parents(ResultSet row) throws SQLException {
        List<String> parentSchemas = Rows.texts(row, "parent_schemas");
        List<String> parentNames = Rows.texts(row, "parent_names");
        List<QualifiedName> parents = new ArrayList<>();
        for (int i = 0; i < parentNames.size(); i++) {
            parents.add(new QualifiedName(parentSchemas.get(i), parentNames.get(i)));
        }
        return parents;
    }

    private static @Nullable String ownedBy(ResultSet row) throws SQLException {
        String table = Rows.optional(row, "owning_table");
        if (table == null) {
            return null;
        }
        QualifiedName owner = new QualifiedName(row.getString("owning_schema"), table);
        return owner.sql() + "." + Identifiers.quote(row.getString("owning_column"));
    }

    private static Table.Kind tableKind(String code) {
        return switch (code) {
            case "r" -> Table.Kind.TABLE;
            case "p" -> Table.Kind.PARTITIONED;
            case "f" -> Table.Kind.FOREIGN;
            default -> throw Rows.unknown("table", code);
        };
    }

    private static Routine.Kind routineKind(String code) {
        return switch (code) {
            case "f" -> Routine.Kind.FUNCTION;
            case "p" -> Routine.Kind.PROCEDURE;
            case "a" -> Routine.Kind.AGGREGATE;
            case "w" -> Routine.Kind.WINDOW;
            default -> throw Rows.unknown("routine", code);
        };
    }

    private static Routine.Volatility volatility(String code) {
        return switch (code) {
            case "i" -> Routine.Volatility.IMMUTABLE;
            case "s" -> Routine.Volatility.STABLE;
            case "v" -> Routine.Volatility.VOLATILE;
            default -> throw Rows.unknown("function volatility", code);
        };
    }

    private static String parallel(String code) {
        return switch (code) {
            case "s" -> "SAFE";
            case "r" -> "RESTRICTED";
            case "u" -> "UNSAFE";
            default -> throw Rows.unknown("function's parallel safety", code);
        };
    }

    private static UserType.Kind typeKind(String code) {
        return switch (code) {
            case "e" -> UserType.Kind.ENUM;
            case "d" -> UserType.Kind.DOMAIN;
            case "c" -> UserType.Kind.COMPOSITE;
            case "r" -> UserType.Kind.RANGE;
            default -> throw Rows.unknown("type", code);
        };
    }
}
