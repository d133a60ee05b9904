package org.pgassay.verify;

import java.util.ArrayList;
import java.util.List;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;

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
            table.columns().forEach(column -> column(table, column, mutants));
        }
        return mutants;
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

    private static void column(Table table, Column column, List<Mutant> mutants) {
        String name = table.name().name() + "." + column.name();
        String alter = "alter table " + table.name().sql();
        String quoted = Identifiers.quote(column.name());
        mutants.add(new Mutant("drop column " + name, alter + " drop column " + quoted + " cascade", column.name()));
        String other = column.type().equals("text") ? "varchar(7)" : "text";
        mutants.add(new Mutant(
                "type of " + name,
                withoutKeys(table, column) + alter + " alter " + quoted + " drop default; " + alter + " alter " + quoted
                        + " type " + other + " using null",
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
