package org.pgassay.init;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.ColumnSettings;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.TableSettings;
import org.pgassay.check.Names;
import org.pgassay.check.structure.OptionValues;
import org.pgassay.spec.YamlText;
import org.pgassay.spec.YamlText.Fields;
import org.pgassay.spec.YamlText.Plain;
import org.pgassay.spec.YamlText.Text;
import org.pgassay.spec.YamlText.Value;

/** Writes one table with all that belongs to it. */
final class TableText {

    private final Catalog qualified;
    private final Names names;
    private final RoleWords roles;

    TableText(Catalog qualified, Names names, RoleWords roles) {
        this.qualified = qualified;
        this.names = names;
        this.roles = roles;
    }

    Fields of(Table table, @Nullable String group) {
        Fields fields = new Fields().put("group", group).put("comment", table.comment());
        settings(fields, table);
        Fields columns = new Fields();
        table.columns().forEach(column -> columns.put(column.name(), column(column)));
        Fields constraints = new Fields();
        Fields indexes = new Fields();
        for (Constraint constraint : table.constraints()) {
            if (!constraint.inherited() && constraint.type() != Constraint.Type.TRIGGER) {
                constraints.put(constraint.name(), part(constraint(table, constraint), constraint.comment()));
            }
        }
        for (Index index : table.indexes()) {
            if (index.secondary()) {
                indexes.put(index.name(), indexPart(index));
            }
        }
        return fields.put("columns", columns)
                .putUnlessEmpty("constraints", constraints)
                .putUnlessEmpty("indexes", indexes)
                .putUnlessEmpty("triggers", ObjectText.triggers(table.triggers()))
                .putUnlessEmpty("rowSecurity", rowSecurity(table))
                .putUnlessEmpty("rules", ObjectText.rules(table.rules()))
                .putUnlessEmpty("grants", roles.grants(table.grants(), table.columns()));
    }

    /** An index in the short form, where its definition is all there is to say. */
    static Value indexPart(Index index) {
        if (index.valid() && index.statistics().isEmpty()) {
            return part(index(index), index.comment());
        }
        Fields statistics = new Fields().onOneLine();
        OptionValues.printed(index.statistics()).forEach((column, target) -> statistics.put(column, new Plain(target)));
        return new Fields()
                .put("is", index(index))
                .put("comment", index.comment())
                .put("valid", index.valid() ? null : new Plain("false"))
                .putUnlessEmpty("statistics", statistics);
    }

    static String index(Index index) {
        return (index.unique() ? "unique " : "") + SqlText.index(index.definition());
    }

    private static String constraint(Table table, Constraint constraint) {
        String storage = table.index(constraint.name()).map(TableText::storage).orElse("");
        String definition = SqlText.lower(constraint.definition());
        return storage.isEmpty() ? definition : definition + storage;
    }

    /** The storage parameters of the index behind a constraint, which PostgreSQL does not print with the constraint. */
    private static String storage(Index index) {
        int with = index.definition().lastIndexOf(" WITH (");
        return with < 0 ? "" : " with " + index.definition().substring(with + 6);
    }

    static Value part(String is, @Nullable String comment) {
        return comment == null ? new Text(is) : new Fields().put("is", is).put("comment", comment);
    }

    private Value column(Column column) {
        ColumnSettings settings = column.settings();
        Fields options = pairs(settings.options());
        OptionValues.foreign(settings.foreignOptions()).forEach(options::put);
        if (column.comment() == null && settings.statistics() == null && options.isEmpty()) {
            return new Text(definition(column));
        }
        Fields fields = new Fields().put("is", definition(column)).put("comment", column.comment());
        if (settings.statistics() != null) {
            fields.put("statistics", new Plain(settings.statistics().toString()));
        }
        return fields.putUnlessEmpty("options", options).onOneLine();
    }

    /** A column's definition in the short spelling of its type. */
    static String definition(Column column) {
        ColumnSettings settings = column.settings();
        StringBuilder sql = new StringBuilder(SqlText.type(column.type()));
        if (column.collation() != null) {
            sql.append(" collate ").append(column.collation().replaceFirst("^pg_catalog\\.", ""));
        }
        if (settings.storage() != null) {
            sql.append(" storage ").append(settings.storage().toLowerCase(Locale.ROOT));
        }
        if (settings.compression() != null) {
            sql.append(" compression ").append(settings.compression());
        }
        if (column.notNull()) {
            sql.append(" not null");
        }
        String expression = column.defaultExpression();
        switch (column.generated()) {
            case STORED, VIRTUAL ->
                sql.append(" generated always as (")
                        .append(expression)
                        .append(") ")
                        .append(column.generated().name().toLowerCase(Locale.ROOT));
            case NONE -> {
                if (expression != null) {
                    sql.append(" default ").append(SqlText.defaultValue(expression, column.type()));
                }
            }
        }
        String options = settings.identityOptions() == null ? "" : " (" + settings.identityOptions() + ")";
        return switch (column.identity()) {
            case ALWAYS -> sql + " generated always as identity" + options;
            case BY_DEFAULT -> sql + " generated by default as identity" + options;
            case NONE -> sql.toString();
        };
    }

    private void settings(Fields fields, Table table) {
        TableSettings settings = table.settings();
        if (table.unlogged()) {
            fields.put("unlogged", new Plain("true"));
        }
        fields.put("accessMethod", settings.accessMethod())
                .put("tablespace", settings.tablespace())
                .put("of", ofType(table.name()))
                .put("clusteredOn", settings.clusteredOn())
                .put("replicaIdentity", settings.replicaIdentity() == null ? null : replicaIdentity(settings));
        List<QualifiedName> parents = table.inheritsFrom();
        if (!parents.isEmpty()) {
            fields.put(
                    "inherits", YamlText.items(parents.stream().map(this::name).toList()));
        }
        fields.putUnlessEmpty("options", pairs(settings.options()));
        if (settings.foreignServer() != null) {
            fields.put(
                    "foreign",
                    new Fields()
                            .put("server", settings.foreignServer())
                            .putUnlessEmpty("options", foreignOptions(settings.foreignOptions())));
        }
    }

    /** The type with its schema, for a name alone is one of the first schema. */
    private @Nullable String ofType(QualifiedName table) {
        return qualified.table(table).map(each -> each.settings().ofType()).orElse(null);
    }

    private static String replicaIdentity(TableSettings settings) {
        String text = String.valueOf(settings.replicaIdentity());
        return text.startsWith("USING INDEX ") ? "using index " + text.substring(12) : text.toLowerCase(Locale.ROOT);
    }

    /** A name as the keys of a spec have it: as PostgreSQL stores it, in double quotes only where it has dots or quotes. */
    String name(QualifiedName name) {
        return SpecNames.key(names, name);
    }

    static Fields pairs(List<String> options) {
        Fields fields = new Fields().onOneLine();
        for (String option : options) {
            int equals = option.indexOf('=');
            fields.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return fields;
    }

    /** Options as foreign tables have them: a name and a quoted value. */
    static Fields foreignOptions(List<String> options) {
        Fields fields = new Fields().onOneLine();
        OptionValues.foreign(options).forEach(fields::put);
        return fields;
    }

    private Fields rowSecurity(Table table) {
        Fields fields = new Fields();
        if (table.rowSecurity()) {
            fields.put("enabled", new Plain("true"));
        }
        if (table.rowSecurityForced()) {
            fields.put("forced", new Plain("true"));
        }
        Fields policies = new Fields();
        for (Policy policy : table.policies()) {
            policies.put(policy.name(), part(ObjectText.policy(policy), policy.comment()));
        }
        return fields.putUnlessEmpty("policies", policies);
    }
}
