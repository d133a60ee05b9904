package org.pgassay.postgres.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.ColumnSettings;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Rule;
import org.pgassay.catalog.TableSettings;
import org.pgassay.catalog.Trigger;

/** The parts of tables and views, by the object id of what they belong to, in the order in which they came. */
final class TableParts {

    private final Map<Long, List<Column>> columns = new HashMap<>();
    private final Map<Long, List<Constraint>> constraints = new HashMap<>();
    private final Map<Long, List<Index.Key>> indexKeys = new HashMap<>();
    private final Map<Long, List<String>> includedColumns = new HashMap<>();
    private final Map<Long, List<Index>> indexes = new HashMap<>();
    private final Map<Long, List<Trigger>> triggers = new HashMap<>();
    private final Map<Long, List<Policy>> policies = new HashMap<>();
    private final Map<Long, List<Rule>> rules = new HashMap<>();
    private final Map<Long, TableSettings> settings = new HashMap<>();
    private final GrantRows grants;

    /** Parts whose privileges have been read already. */
    TableParts(GrantRows grants) {
        this.grants = grants;
    }

    List<Column> columns(long relation) {
        return columns.getOrDefault(relation, List.of());
    }

    List<Constraint> constraints(long relation) {
        return constraints.getOrDefault(relation, List.of());
    }

    List<Index> indexes(long relation) {
        return indexes.getOrDefault(relation, List.of());
    }

    List<Trigger> triggers(long relation) {
        return triggers.getOrDefault(relation, List.of());
    }

    List<Policy> policies(long relation) {
        return policies.getOrDefault(relation, List.of());
    }

    List<Rule> rules(long relation) {
        return rules.getOrDefault(relation, List.of());
    }

    TableSettings settings(long relation) {
        return settings.getOrDefault(relation, TableSettings.NONE);
    }

    void addColumn(ResultSet row) throws SQLException {
        add(
                columns,
                row.getLong("relation"),
                new Column(
                        row.getString("name"),
                        row.getString("type"),
                        collation(row),
                        row.getBoolean("not_null"),
                        Rows.optional(row, "default_expression"),
                        Codes.identity(row.getString("identity")),
                        Codes.generated(row.getString("generated")),
                        row.getBoolean("inherited"),
                        columnSettings(row),
                        grants.ofColumn(row.getLong("relation"), row.getInt("number")),
                        Rows.optional(row, "comment")));
    }

    void addConstraint(ResultSet row) throws SQLException {
        add(
                constraints,
                row.getLong("relation"),
                new Constraint(
                        row.getString("name"),
                        Codes.constraintType(row.getString("type")),
                        Rows.texts(row, "columns"),
                        Rows.printed(row, "definition"),
                        row.getBoolean("validated"),
                        row.getBoolean("enforced"),
                        row.getBoolean("deferrable"),
                        row.getBoolean("initially_deferred"),
                        foreignKey(row),
                        row.getBoolean("inherited"),
                        Rows.optional(row, "comment")));
    }

    void addIndexKey(ResultSet row) throws SQLException {
        long index = row.getLong("index");
        String column = Rows.optional(row, "column_name");
        if (row.getBoolean("included")) {
            add(includedColumns, index, row.getString("column_name"));
            return;
        }
        String sql = column == null ? row.getString("expression") : Identifiers.quote(column);
        add(indexKeys, index, new Index.Key(column, sql, row.getBoolean("descending"), row.getBoolean("nulls_first")));
    }

    void addIndex(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        add(
                indexes,
                row.getLong("relation"),
                new Index(
                        row.getString("name"),
                        row.getString("method"),
                        row.getBoolean("is_unique"),
                        row.getBoolean("nulls_not_distinct"),
                        Rows.optional(row, "constraint_name"),
                        row.getBoolean("valid"),
                        indexKeys.getOrDefault(id, List.of()),
                        includedColumns.getOrDefault(id, List.of()),
                        Rows.optional(row, "predicate"),
                        withoutPrefix("index", Rows.printed(row, "definition"), row.getString("prefix")),
                        Rows.texts(row, "statistics"),
                        Rows.optional(row, "comment")));
    }

    void addTrigger(ResultSet row) throws SQLException {
        add(
                triggers,
                row.getLong("relation"),
                new Trigger(
                        row.getString("name"),
                        Rows.printed(row, "definition"),
                        Codes.enabled(row.getString("enabled")),
                        Rows.optional(row, "comment")));
    }

    void addPolicy(ResultSet row) throws SQLException {
        add(
                policies,
                row.getLong("relation"),
                new Policy(
                        row.getString("name"),
                        row.getBoolean("permissive"),
                        Codes.command(row.getString("command")),
                        Rows.texts(row, "roles"),
                        Rows.optional(row, "using_expression"),
                        Rows.optional(row, "with_check"),
                        Rows.optional(row, "comment")));
    }

    void addRule(ResultSet row) throws SQLException {
        String definition = withoutPrefix("rule", Rows.printed(row, "definition"), row.getString("prefix"))
                .strip();
        add(
                rules,
                row.getLong("relation"),
                new Rule(
                        row.getString("name"),
                        definition.endsWith(";") ? definition.substring(0, definition.length() - 1) : definition,
                        Codes.enabled(row.getString("enabled")),
                        Rows.optional(row, "comment")));
    }

    void addSettings(ResultSet row) throws SQLException {
        settings.put(
                row.getLong("relation"),
                new TableSettings(
                        Rows.texts(row, "options"),
                        Rows.optional(row, "access_method"),
                        Rows.optional(row, "tablespace"),
                        Rows.optional(row, "replica_identity"),
                        Rows.optional(row, "clustered_on"),
                        Rows.optional(row, "of_type"),
                        Rows.optional(row, "foreign_server"),
                        Rows.texts(row, "foreign_options")));
    }

    private static ColumnSettings columnSettings(ResultSet row) throws SQLException {
        String storage = Rows.optional(row, "storage");
        return new ColumnSettings(
                storage == null ? null : Codes.storage(storage),
                Codes.compression(row.getString("compression")),
                row.getObject("statistics", Integer.class),
                Rows.texts(row, "options"),
                Rows.texts(row, "foreign_options"),
                Rows.optional(row, "identity_options"));
    }

    private static <T> void add(Map<Long, List<T>> parts, long of, T part) {
        parts.computeIfAbsent(of, key -> new ArrayList<>()).add(part);
    }

    private static @Nullable String collation(ResultSet row) throws SQLException {
        String name = Rows.optional(row, "collation_name");
        return name == null ? null : new QualifiedName(row.getString("collation_schema"), name).sql();
    }

    private static @Nullable ForeignKey foreignKey(ResultSet row) throws SQLException {
        String table = Rows.optional(row, "foreign_table");
        if (table == null) {
            return null;
        }
        return new ForeignKey(
                new QualifiedName(row.getString("foreign_schema"), table),
                Rows.texts(row, "foreign_columns"),
                Codes.action(row.getString("on_delete")),
                Codes.action(row.getString("on_update")),
                Codes.match(row.getString("match")),
                Rows.texts(row, "on_delete_columns"));
    }

    private static String withoutPrefix(String what, String definition, String prefix) {
        if (!definition.startsWith(prefix)) {
            throw new IllegalStateException("PostgreSQL printed the " + what + " as \"" + definition
                    + "\", which does not begin with \"" + prefix + "\". Report this: pgAssay cannot read it.");
        }
        return definition.substring(prefix.length());
    }
}
