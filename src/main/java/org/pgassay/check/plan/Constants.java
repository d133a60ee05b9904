package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/** Finds the constants that a plan compares columns with: rows that have none of them would not be found. */
final class Constants {

    private final Map<String, QualifiedName> tables = new HashMap<>();
    private final Map<QualifiedName, Map<String, Set<String>>> found = new LinkedHashMap<>();

    private Constants() {}

    /** Those that a column must be equal to, by table and column; of a partition those of the whole. */
    static Map<QualifiedName, Map<String, List<String>>> of(PlanNode root, StatedQuery query, Catalog catalog) {
        Constants constants = new Constants();
        List<PlanNode> nodes = PlanWords.nodes(root);
        for (PlanNode node : nodes) {
            String relation = node.relation();
            if (relation != null) {
                String schema = node.details()
                        .getOrDefault("Schema", query.names().schemas().get(0));
                catalog.table(new QualifiedName(schema, relation))
                        .ifPresent(table -> constants.tables.put(
                                node.alias() == null ? relation : node.alias(), whole(table, catalog)));
            }
        }
        for (PlanNode node : nodes) {
            Gaps.CONDITIONS.stream()
                    .flatMap(key -> Optional.ofNullable(node.details().get(key)).stream())
                    .forEach(constants::look);
        }
        Map<QualifiedName, Map<String, List<String>>> all = new LinkedHashMap<>();
        constants.found.forEach((table, columns) -> {
            Map<String, List<String>> values = new LinkedHashMap<>();
            columns.forEach((column, each) -> values.put(column, new ArrayList<>(each)));
            all.put(table, values);
        });
        return all;
    }

    private static QualifiedName whole(Table table, Catalog catalog) {
        QualifiedName parent = table.partitionOf();
        return parent == null
                ? table.name()
                : catalog.table(parent).map(each -> whole(each, catalog)).orElse(table.name());
    }

    private void look(String condition) {
        List<Token> tokens = tokens(condition);
        for (int i = 0; i + 2 < tokens.size(); i++) {
            QualifiedName table = tokens.get(i).isName() ? tables.get(tokens.get(i).name()) : null;
            if (table != null
                    && tokens.get(i + 1).isSymbol('.')
                    && tokens.get(i + 2).isName()) {
                Set<String> values = found.computeIfAbsent(table, name -> new LinkedHashMap<>())
                        .computeIfAbsent(tokens.get(i + 2).name(), name -> new LinkedHashSet<>());
                values.addAll(values(tokens, Gaps.afterCast(tokens, i + 3)));
            }
        }
    }

    /** Plans are printed by PostgreSQL, in words of its own that need not all be known here. */
    private static List<Token> tokens(String condition) {
        try {
            return SqlLexer.tokens(condition);
        } catch (SqlSyntaxException e) {
            return List.of();
        }
    }

    /** What is behind the {@code =}: a constant, or those of {@code ANY ('{…}')}. */
    private static List<String> values(List<Token> tokens, int at) {
        if (at + 1 >= tokens.size() || !tokens.get(at).isSymbol('=')) {
            return List.of();
        }
        int next = at + 1;
        boolean any = tokens.get(next).is("any");
        next += any ? 1 : 0;
        while (next < tokens.size() && tokens.get(next).isSymbol('(')) {
            next++;
        }
        if (next >= tokens.size()) {
            return List.of();
        }
        Token value = tokens.get(next);
        if (value.kind() == Token.Kind.NUMBER) {
            return List.of(value.text());
        } else if (value.is("true") || value.is("false")) {
            return List.of(value.text());
        } else if (value.kind() != Token.Kind.STRING || !value.text().startsWith("'")) {
            return List.of();
        }
        String text = value.text().substring(1, value.text().length() - 1).replace("''", "'");
        return any ? elements(text) : List.of(text);
    }

    /** Of an array whose elements need no quotes; others are not looked for. */
    private static List<String> elements(String array) {
        String inner = array.startsWith("{") && array.endsWith("}") ? array.substring(1, array.length() - 1) : "";
        return inner.isEmpty() || inner.indexOf('"') >= 0 || inner.indexOf('{') >= 0
                ? List.of()
                : List.of(inner.split(","));
    }
}
