package org.pgassay.probe.tenancy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Isolation.Belonging;
import org.pgassay.check.Isolation.Plan;
import org.pgassay.check.Isolation.TenantColumn;

/**
 * Which rows are whose.
 *
 * @param catalog of the migrated database
 * @param plan what is to be tried
 */
record World(Catalog catalog, Plan plan) {

    /** A condition of SQL that no row meets. */
    private static final String NONE = "false";

    /** How the rows of a table belong to tenants; null if they belong to none. */
    @Nullable
    Belonging belonging(QualifiedName table) {
        return plan.tables().stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .orElse(null);
    }

    Table table(QualifiedName name) {
        return catalog.table(name).orElseThrow();
    }

    Constraint key(QualifiedName table, String name) {
        return table(table).constraint(name).orElseThrow();
    }

    /** The condition that a table's rows of a tenant meet; none does where the tenant is not known yet. */
    String condition(Belonging table, Map<String, String> tenant) {
        for (Map.Entry<String, TenantColumn> tie : table.ties().entrySet()) {
            String value = tenant.get(tie.getValue().name());
            return value == null ? NONE : Identifiers.quote(tie.getKey()) + " = " + literal(value);
        }
        Constraint via = key(table.table(), Objects.requireNonNull(table.via()));
        ForeignKey far = Objects.requireNonNull(via.foreignKey());
        Belonging parent = Objects.requireNonNull(belonging(far.table()));
        return "(" + names(via.columns()) + ") in (select " + names(far.columns()) + " from " + far.table().sql()
                + " where " + condition(parent, tenant) + ")";
    }

    /** By table, the condition that rows of a tenant meet, the tables of the tenants themselves among them. */
    Map<QualifiedName, String> conditions(Map<String, String> tenant) {
        Map<QualifiedName, String> conditions = new LinkedHashMap<>();
        for (TenantColumn column : plan.columns()) {
            String value = tenant.get(column.name());
            conditions.put(
                    column.root(), value == null ? NONE : Identifiers.quote(column.key()) + " = " + literal(value));
        }
        plan.tables().forEach(table -> conditions.put(table.table(), condition(table, tenant)));
        return conditions;
    }

    /** By table, the values that its tenant columns have. */
    Map<QualifiedName, Map<String, String>> values(Map<String, String> tenant) {
        Map<QualifiedName, Map<String, String>> values = new LinkedHashMap<>();
        for (Belonging table : plan.tables()) {
            Map<String, String> columns = new LinkedHashMap<>();
            table.ties().forEach((column, tie) -> {
                String value = tenant.get(tie.name());
                if (value != null && !table.root()) {
                    columns.put(column, value);
                }
            });
            values.put(table.table(), columns);
        }
        return values;
    }

    /** The foreign keys of other tables, or of the same, that point to a table. */
    Map<Constraint, QualifiedName> referring(QualifiedName target) {
        Map<Constraint, QualifiedName> keys = new LinkedHashMap<>();
        for (Table table : catalog.tables()) {
            table.constraints().stream()
                    .filter(each -> each.foreignKey() != null
                            && each.foreignKey().table().equals(target))
                    .forEach(each -> keys.put(each, table.name()));
        }
        return Collections.unmodifiableMap(keys);
    }

    /** The columns of a foreign key, each with the one that it points to. */
    static Map<String, String> pairs(Constraint key) {
        ForeignKey far = Objects.requireNonNull(key.foreignKey());
        Map<String, String> pairs = new LinkedHashMap<>();
        IntStream.range(0, key.columns().size())
                .forEach(i -> pairs.put(key.columns().get(i), far.columns().get(i)));
        return pairs;
    }

    static String names(List<String> columns) {
        return columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }

    static String literal(@Nullable String value) {
        return value == null ? "null" : "'" + value.replace("'", "''") + "'";
    }
}
