package org.pgassay.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/**
 * What a row of a table needs: a plan for each column, and the conditions that it must meet.
 *
 * @param columns by name, in the table's order
 * @param foreignKeys those that PostgreSQL enforces
 */
public record TablePlan(Table table, Map<String, ColumnPlan> columns, List<Constraint> foreignKeys, Catalog catalog) {

    /** Plans the rows of a table. */
    public static TablePlan of(Table table, Catalog catalog, TypeValues types) {
        Map<String, ColumnPlan> columns = new LinkedHashMap<>();
        table.columns().forEach(column -> columns.put(column.name(), ColumnPlan.of(table, column, types)));
        return new TablePlan(table, columns, InsertOrder.foreignKeys(table), catalog);
    }

    /** What the CHECK constraints and the domains want. */
    public List<Condition> checks() {
        List<Condition> conditions = new ArrayList<>(checks(table));
        columns.values().forEach(column -> conditions.addAll(column.domainChecks()));
        return conditions;
    }

    /** What the CHECK constraints of a table of the same columns want, such as a partition. */
    public static List<Condition> checks(Table of) {
        return of.constraints().stream()
                .filter(each -> each.type() == Constraint.Type.CHECK && each.enforced())
                .flatMap(each -> Condition.of(each.name(), Expressions.check(each.definition()), of).stream())
                .toList();
    }

    /** The primary key's columns; empty where there is none. */
    public List<String> key() {
        return table.constraints().stream()
                .filter(each -> each.type() == Constraint.Type.PRIMARY_KEY)
                .findFirst()
                .map(Constraint::columns)
                .orElse(List.of());
    }

    /** Whether the table refers to itself by a foreign key. */
    public boolean refersToItself(Constraint foreignKey) {
        return InsertOrder.target(foreignKey).equals(table.name());
    }

    /** Whether no column of a foreign key can be null, so that every row must point somewhere. */
    public boolean binding(Constraint foreignKey) {
        return foreignKey.columns().stream()
                .allMatch(name -> Objects.requireNonNull(columns.get(name)).required());
    }

    /** The rows of a table that a foreign key sees: those of partitions, but not of tables that inherit. */
    public String rowsOf(QualifiedName name) {
        boolean partitioned = catalog.table(name)
                .map(each -> each.kind() == Table.Kind.PARTITIONED)
                .orElse(false);
        return (partitioned ? "" : "ONLY ") + name.sql();
    }

    /**
     * What a foreign key wants: a parent, or nulls as its MATCH lets them pass, or to be its own parent.
     *
     * @param parents a condition on the rows that count as parents
     */
    public Condition reference(Constraint constraint, String parents) {
        ForeignKey key = Objects.requireNonNull(constraint.foreignKey());
        List<String> near =
                constraint.columns().stream().map(Identifiers::quote).toList();
        String far = IntStream.range(0, near.size())
                .mapToObj(i -> Identifiers.quote(key.columns().get(i)) + " AS pgassay_far_" + i)
                .collect(Collectors.joining(", "));
        String equal = IntStream.range(0, near.size())
                .mapToObj(i -> "pgassay_far_" + i + " = " + near.get(i))
                .collect(Collectors.joining(" AND "));
        String nulls = near.stream()
                .map(column -> column + " IS NULL")
                .collect(Collectors.joining(key.match() == ForeignKey.Match.FULL ? " AND " : " OR "));
        StringBuilder sql = new StringBuilder("(" + nulls + ") OR EXISTS (SELECT 1 FROM (SELECT " + far + " FROM "
                + rowsOf(key.table()) + " WHERE " + parents + ") pgassay_parent WHERE " + equal + ")");
        Set<String> columns = new LinkedHashSet<>(constraint.columns());
        if (refersToItself(constraint) && binding(constraint)) {
            String own = IntStream.range(0, near.size())
                    .mapToObj(i -> near.get(i) + " = "
                            + Identifiers.quote(key.columns().get(i)))
                    .collect(Collectors.joining(" AND "));
            sql.append(" OR (").append(own).append(")");
            columns.addAll(key.columns());
        }
        return new Condition(constraint.name(), sql.toString(), columns);
    }

    /** What a unique index or an exclusion constraint wants of a row beside those that are there; nothing if unknown. */
    public Optional<Condition> distinctness(Index index) {
        List<String> operators = operators(index);
        if (operators.size() != index.keys().size()) {
            return Optional.empty();
        }
        String keys = IntStream.range(0, operators.size())
                .mapToObj(i -> "(" + index.keys().get(i).sql() + ") AS pgassay_key_" + i)
                .collect(Collectors.joining(", "));
        String compared = IntStream.range(0, operators.size())
                .mapToObj(i -> "pgassay_key_" + i + " " + operators.get(i) + " ("
                        + index.keys().get(i).sql() + ")")
                .collect(Collectors.joining(" AND "));
        String predicate = index.predicate() == null ? "true" : index.predicate();
        String sql = "NOT (((" + predicate + ") IS TRUE) AND EXISTS (SELECT 1 FROM (SELECT " + keys + " FROM "
                + table.name().sql() + " WHERE " + predicate + ") pgassay_other WHERE " + compared + "))";
        Set<String> columns = new LinkedHashSet<>(Expressions.columns(predicate, table));
        index.keys().forEach(key -> columns.addAll(Expressions.columns(key.sql(), table)));
        return Optional.of(new Condition(index.constraint() == null ? index.name() : index.constraint(), sql, columns));
    }

    /** The operator that compares each key. */
    private List<String> operators(Index index) {
        Optional<Constraint> exclusion = table.constraints().stream()
                .filter(each ->
                        each.type() == Constraint.Type.EXCLUSION && each.name().equals(index.constraint()))
                .findFirst();
        if (exclusion.isEmpty()) {
            String equal = index.nullsNotDistinct() ? "IS NOT DISTINCT FROM" : "=";
            return index.keys().stream().map(key -> equal).toList();
        }
        return withOperators(exclusion.get().definition());
    }

    /** What stands behind WITH in each element of an exclusion constraint. */
    private static List<String> withOperators(String definition) {
        List<String> operators = new ArrayList<>();
        int from = -1;
        for (Token token : SqlLexer.tokens(definition)) {
            boolean ends = (token.isSymbol(',') && token.depth() == 1) || (token.isSymbol(')') && token.depth() == 0);
            if (token.is("with") && token.depth() == 1) {
                from = token.end();
            } else if (ends && from >= 0) {
                operators.add(definition.substring(from, token.offset()).strip());
                from = -1;
            }
        }
        return operators;
    }

    /** The bodies of the functions that the table's triggers, checks and rules call: their constants are hints. */
    public List<String> bodies() {
        Set<String> called = new LinkedHashSet<>();
        table.triggers().forEach(trigger -> names(trigger.definition(), called));
        table.constraints().forEach(constraint -> names(constraint.definition(), called));
        return catalog.routines().stream()
                .filter(routine -> called.contains(routine.name().name()))
                .map(routine -> routine.body())
                .toList();
    }

    private static void names(String sql, Set<String> into) {
        SqlLexer.tokens(sql).stream().filter(Token::isName).forEach(token -> into.add(token.name()));
    }
}
