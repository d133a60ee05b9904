package org.pgassay.postgres.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Extension;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Namespace;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.UserType;
import org.pgassay.catalog.View;

/** Makes a catalog of the rows of each {@link CatalogQuery}, taken in the queries' order. */
final class CatalogAssembler {

    private final GrantRows grants = new GrantRows();
    private final TableParts parts = new TableParts(grants);
    private final ObjectRows objects = new ObjectRows(grants);
    private final List<String> schemas = new ArrayList<>();
    private final List<Extension> extensions = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<Routine> routines = new ArrayList<>();
    private final List<UserType> types = new ArrayList<>();
    private final List<Namespace> namespaces = new ArrayList<>();
    private final List<String> otherSchemas = new ArrayList<>();

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
                objects.all(),
                grants.defaults());
    }

    /** Takes the current row of a query's result. */
    void accept(CatalogQuery query, ResultSet row) throws SQLException {
        switch (query) {
            case SETTINGS -> {
                // The row only repeats what was set.
            }
            case GRANTS -> grants.addGrant(row);
            case DEFAULT_PRIVILEGES -> grants.addDefault(row);
            case SCHEMAS -> addSchema(row);
            case OTHER_SCHEMAS -> otherSchemas.add(row.getString("name"));
            case EXTENSIONS ->
                extensions.add(new Extension(row.getString("name"), row.getString("version"), row.getString("schema")));
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
            case COLLATIONS -> objects.add(ObjectKind.COLLATION, row);
            case STATISTICS -> objects.add(ObjectKind.STATISTICS, row);
            case EVENT_TRIGGERS -> objects.add(ObjectKind.EVENT_TRIGGER, row);
            case PUBLICATIONS -> objects.add(ObjectKind.PUBLICATION, row);
            case FOREIGN_SERVERS -> objects.add(ObjectKind.FOREIGN_SERVER, row);
            case OPERATORS,
                    OPERATOR_CLASSES,
                    OPERATOR_FAMILIES,
                    CASTS,
                    CONVERSIONS,
                    TEXT_SEARCH_CONFIGURATIONS,
                    TEXT_SEARCH_DICTIONARIES,
                    TEXT_SEARCH_PARSERS,
                    TEXT_SEARCH_TEMPLATES,
                    BASE_TYPES,
                    FOREIGN_DATA_WRAPPERS,
                    USER_MAPPINGS,
                    LANGUAGES,
                    TRANSFORMS,
                    ACCESS_METHODS,
                    SUBSCRIPTIONS -> objects.add(ObjectKind.OTHER, row);
        }
    }

    private void addSchema(ResultSet row) throws SQLException {
        schemas.add(row.getString("name"));
        namespaces.add(new Namespace(
                row.getString("name"),
                row.getString("owner"),
                grants.of(GrantRows.NAMESPACE, row.getLong("id")),
                Rows.optional(row, "comment")));
    }

    private Table table(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        boolean partition = row.getBoolean("is_partition");
        List<QualifiedName> parents = parents(row);
        return new Table(
                name(row),
                Codes.tableKind(row.getString("kind")),
                row.getString("owner"),
                row.getBoolean("unlogged"),
                row.getBoolean("row_security"),
                row.getBoolean("row_security_forced"),
                partition ? parents.get(0) : null,
                Rows.optional(row, "partition_bound"),
                Rows.optional(row, "partition_key"),
                partition ? List.of() : parents,
                parts.columns(id),
                parts.constraints(id),
                parts.indexes(id),
                parts.triggers(id),
                parts.policies(id),
                parts.rules(id),
                parts.settings(id),
                grants.of(GrantRows.RELATION, id),
                Rows.optional(row, "comment"));
    }

    private View view(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new View(
                name(row),
                row.getBoolean("materialized"),
                row.getString("owner"),
                Rows.texts(row, "options"),
                parts.columns(id),
                parts.indexes(id),
                parts.triggers(id),
                parts.rules(id),
                parts.settings(id),
                grants.of(GrantRows.RELATION, id),
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
                Rows.optional(row, "owner_type"),
                row.getBoolean("identity"),
                row.getBoolean("unlogged"),
                grants.of(GrantRows.RELATION, row.getLong("id")),
                Rows.optional(row, "comment"));
    }

    private Routine routine(ResultSet row) throws SQLException {
        return new Routine(
                name(row),
                Rows.printed(row, "arguments"),
                Rows.texts(row, "argument_types"),
                Rows.printed(row, "declared_arguments"),
                Codes.routineKind(row.getString("kind")),
                Rows.optional(row, "result"),
                row.getString("language"),
                Codes.volatility(row.getString("volatility")),
                row.getBoolean("security_definer"),
                row.getBoolean("strict"),
                row.getBoolean("leakproof"),
                Codes.parallel(row.getString("parallel")),
                Rows.optional(row, "cost"),
                Rows.optional(row, "rows"),
                Rows.optional(row, "support"),
                Rows.texts(row, "configuration"),
                Rows.printed(row, "body"),
                row.getString("owner"),
                grants.of(GrantRows.ROUTINE, row.getLong("id")),
                Rows.optional(row, "comment"));
    }

    private UserType type(ResultSet row) throws SQLException {
        return new UserType(
                name(row),
                Codes.typeKind(row.getString("kind")),
                row.getString("owner"),
                Rows.texts(row, "labels"),
                Rows.texts(row, "attributes"),
                Rows.optional(row, "definition"),
                typeParts(row),
                grants.of(GrantRows.TYPE, row.getLong("id")),
                Rows.optional(row, "comment"));
    }

    private static List<UserType.Part> typeParts(ResultSet row) throws SQLException {
        List<String> names = Rows.texts(row, "part_names");
        List<String> comments = Rows.texts(row, "part_comments");
        List<UserType.Part> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            // PostgreSQL keeps no empty comment.
            parts.add(new UserType.Part(names.get(i), comments.get(i).isEmpty() ? null : comments.get(i)));
        }
        return parts;
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
}
