package org.pgassay.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;

/** Every single damage of some kinds that can be done to a schema, as SQL. */
final class SchemaMutants {

    /**
     * A damage.
     *
     * @param name what was done to what
     * @param sql how
     * @param objects the names of which a finding's subject must hold one: a constraint that the spec states with its
     *     column goes by the column's name
     */
    record Mutant(String name, String sql, List<String> objects) {

        Mutant(String name, String sql, String object) {
            this(name, sql, List.of(object));
        }

        boolean isNamedBy(String subject) {
            return objects.stream().anyMatch(subject::contains);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private SchemaMutants() {}

    static List<Mutant> of(Catalog catalog) {
        List<Mutant> mutants = new ArrayList<>();
        for (Table table : catalog.tables()) {
            table.indexes().stream().filter(Index::secondary).forEach(index -> index(table, index, mutants));
            table.constraints().forEach(constraint -> constraint(table, constraint, mutants));
            table.columns().forEach(column -> column(catalog, table, column, mutants));
            guards(table, mutants);
            privileges(table, mutants);
        }
        return mutants;
    }

    /** Triggers that do not fire, or not always, and row security that is not there, or lets everything through. */
    private static void guards(Table table, List<Mutant> mutants) {
        String name = table.name().name();
        String alter = "alter table " + table.name().sql();
        for (Trigger trigger : table.triggers()) {
            String quoted = Identifiers.quote(trigger.name());
            mutants.add(new Mutant(
                    "drop trigger " + trigger.name(),
                    "drop trigger " + quoted + " on " + table.name().sql(),
                    trigger.name()));
            String other = trigger.enabled() == Trigger.Enabled.ALWAYS ? " enable trigger " : " disable trigger ";
            mutants.add(new Mutant(other.strip() + " " + trigger.name(), alter + other + quoted, trigger.name()));
        }
        if (table.rowSecurity()) {
            mutants.add(new Mutant("no row security on " + name, alter + " disable row level security", name));
        }
        if (table.rowSecurityForced()) {
            mutants.add(new Mutant(
                    "row security of " + name + " not forced", alter + " no force row level security", name));
        }
        for (Policy policy : table.policies()) {
            String on = Identifiers.quote(policy.name()) + " on " + table.name().sql();
            mutants.add(new Mutant("drop policy of " + name, "drop policy " + on, name));
            mutants.add(new Mutant("policy of " + name + " using true", "alter policy " + on + " using (true)", name));
            mutants.add(new Mutant(
                    "policy of " + name + " with check true", "alter policy " + on + " with check (true)", name));
        }
    }

    private static void privileges(Table table, List<Mutant> mutants) {
        String name = table.name().name();
        String on = " on " + table.name().sql();
        Set<String> roles = new TreeSet<>();
        for (Grant grant : table.grants()) {
            String role = Identifiers.quote(grant.role());
            roles.add(role);
            mutants.add(new Mutant(
                    "revoke " + grant.privilege() + " on " + name,
                    "revoke " + grant.privilege() + on + " from " + role,
                    name));
        }
        for (String role : roles) {
            mutants.add(new Mutant("grant all on " + name, "grant all" + on + " to " + role, name));
            mutants.add(new Mutant(
                    "hand on what " + role + " may with " + name,
                    "grant select" + on + " to " + role + " with grant option",
                    name));
        }
    }

    private static void index(Table table, Index index, List<Mutant> mutants) {
        String name = table.name().schema() + "." + Identifiers.quote(index.name());
        mutants.add(new Mutant("drop index " + index.name(), "drop index " + name + " cascade", index.name()));
        String reversed = index.keys().stream()
                .map(key -> key.sql() + (key.descending() ? "" : " desc"))
                .reduce((left, right) -> left + ", " + right)
                .orElseThrow();
        if (!index.unique()) {
            mutants.add(new Mutant(
                    "reverse index " + index.name(),
                    "drop index " + name + "; create index " + Identifiers.quote(index.name()) + " on "
                            + table.name().sql() + " (" + reversed + ")"
                            + (index.predicate() == null ? "" : " where " + index.predicate()),
                    index.name()));
        }
    }

    private static void constraint(Table table, Constraint constraint, List<Mutant> mutants) {
        String alter = "alter table " + table.name().sql();
        String drop = alter + " drop constraint " + Identifiers.quote(constraint.name());
        List<String> objects = List.of(constraint.name(), constraint.columns().get(0));
        mutants.add(new Mutant("drop constraint " + constraint.name(), drop + " cascade", objects));
        ForeignKey foreignKey = constraint.foreignKey();
        if (foreignKey != null) {
            String action = foreignKey.onDelete() == ForeignKey.Action.CASCADE ? "restrict" : "cascade";
            String definition = constraint
                    .definition()
                    .replaceAll(" ON DELETE (CASCADE|RESTRICT|SET NULL|SET DEFAULT|NO ACTION)( \\([^)]*\\))?", "");
            mutants.add(new Mutant(
                    "on delete " + action + " of " + constraint.name(),
                    drop + "; " + alter + " add constraint " + Identifiers.quote(constraint.name()) + " " + definition
                            + " on delete " + action,
                    objects));
        }
    }

    private static void column(Catalog catalog, Table table, Column column, List<Mutant> mutants) {
        String name = table.name().name() + "." + column.name();
        String alter = "alter table " + table.name().sql();
        String quoted = Identifiers.quote(column.name());
        mutants.add(new Mutant("drop column " + name, alter + " drop column " + quoted + " cascade", column.name()));
        String other = column.type().equals("text") ? "varchar(7)" : "text";
        mutants.add(new Mutant(
                "type of " + name,
                withoutPolicies(catalog, table, column) + withoutKeys(table, column) + alter + " alter " + quoted
                        + " drop default; " + alter + " alter " + quoted + " type " + other + " using null",
                column.name()));
        boolean inPrimaryKey = table.constraints().stream()
                .anyMatch(constraint -> constraint.type() == Constraint.Type.PRIMARY_KEY
                        && constraint.columns().contains(column.name()));
        if (!inPrimaryKey) {
            String verb = column.notNull() ? " drop not null" : " set not null";
            mutants.add(new Mutant(verb.strip() + " on " + name, alter + " alter " + quoted + verb, column.name()));
        }
        String value = column.defaultExpression() == null ? " set default " + value(column.type()) : " drop default";
        mutants.add(new Mutant(value.strip() + " on " + name, alter + " alter " + quoted + value, column.name()));
    }

    /** Nor can one that a policy reads, be it that of another table. */
    private static String withoutPolicies(Catalog catalog, Table table, Column column) {
        StringBuilder sql = new StringBuilder();
        for (Table guarded : catalog.tables()) {
            for (Policy policy : guarded.policies()) {
                String condition = policy.using() + " " + policy.withCheck();
                if (condition.contains(column.name())
                        && (guarded.equals(table)
                                || condition.contains(table.name().name()))) {
                    sql.append("drop policy ")
                            .append(Identifiers.quote(policy.name()))
                            .append(" on ")
                            .append(guarded.name().sql())
                            .append("; ");
                }
            }
        }
        return sql.toString();
    }

    /** A column in a key, a check or an index cannot change its type while these stand. */
    private static String withoutKeys(Table table, Column column) {
        StringBuilder sql = new StringBuilder();
        table.constraints().stream()
                .filter(constraint -> constraint.columns().contains(column.name()))
                .forEach(constraint -> sql.append("alter table ")
                        .append(table.name().sql())
                        .append(" drop constraint ")
                        .append(Identifiers.quote(constraint.name()))
                        .append(" cascade; "));
        table.indexes().stream()
                .filter(index -> index.secondary() && index.definition().contains(column.name()))
                .forEach(index -> sql.append("drop index if exists ")
                        .append(table.name().schema())
                        .append('.')
                        .append(Identifiers.quote(index.name()))
                        .append(" cascade; "));
        return sql.toString();
    }

    private static String value(String type) {
        if (type.startsWith("character varying") || type.equals("text")) {
            return "'x'";
        } else if (type.endsWith("[]")) {
            return "'{}'";
        } else if (type.startsWith("timestamp") || type.equals("date")) {
            return "'2000-01-01'";
        }
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "boolean" -> "true";
            case "jsonb", "json" -> "'{}'";
            case "inet", "cidr" -> "'10.0.0.7'";
            default -> "7";
        };
    }
}
