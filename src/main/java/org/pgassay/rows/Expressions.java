package org.pgassay.rows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Table;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/**
 * Finds in an expression, as PostgreSQL prints it, what to ask and of which columns; what it means only PostgreSQL says.
 */
final class Expressions {

    private Expressions() {}

    /** What stands in the parentheses of {@code CHECK (…) NOT VALID}; of {@code NOT NULL c NOT VALID} what it means. */
    static String check(String definition) {
        int open = -1;
        List<Token> tokens = SqlLexer.tokens(definition);
        if (tokens.size() > 2 && tokens.get(0).is("not") && tokens.get(1).is("null")) {
            return tokens.get(2).text() + " IS NOT NULL";
        }
        for (Token token : tokens) {
            if (token.isSymbol('(') && token.depth() == 0 && open < 0) {
                open = token.end();
            } else if (token.isSymbol(')') && token.depth() == 0 && open >= 0) {
                return definition.substring(open, token.offset());
            }
        }
        return definition;
    }

    /**
     * What the expression is a chain of by AND; itself if it is none. A chain is not false where no link of it is false,
     * as CHECK wants it: so each can be asked on its own.
     */
    static List<String> conjuncts(String expression) {
        String bare = bare(expression);
        List<Token> top = SqlLexer.tokens(bare).stream()
                .filter(token -> token.depth() == 0)
                .toList();
        boolean other = top.stream()
                .anyMatch(token -> token.is("or") || token.is("case") || token.is("between") || token.is("not"));
        List<Token> ands = top.stream().filter(token -> token.is("and")).toList();
        if (other || ands.isEmpty()) {
            return List.of(bare);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (Token and : ands) {
            parts.addAll(conjuncts(bare.substring(from, and.offset())));
            from = and.end();
        }
        parts.addAll(conjuncts(bare.substring(from)));
        return parts;
    }

    private static String bare(String expression) {
        String text = expression.strip();
        List<Token> tokens = SqlLexer.tokens(text);
        if (tokens.size() < 2 || !tokens.get(0).isSymbol('(')) {
            return text;
        }
        Token close = tokens.stream()
                .filter(token -> token.isSymbol(')') && token.depth() == 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a parenthesis is not closed in " + text));
        return close.end() == text.length() ? bare(text.substring(1, text.length() - 1)) : text;
    }

    /** The columns of a table that an expression names, generated ones replaced by those that they are made of. */
    static Set<String> columns(String expression, Table table) {
        Set<String> found = new LinkedHashSet<>();
        List<Token> tokens = SqlLexer.tokens(expression);
        for (int i = 0; i < tokens.size(); i++) {
            boolean call = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol('(');
            if (tokens.get(i).isName() && !call) {
                table.column(tokens.get(i).name()).ifPresent(column -> found.addAll(sources(column, table)));
            }
        }
        return found;
    }

    private static Set<String> sources(Column column, Table table) {
        String expression = column.defaultExpression();
        return column.generated() == Column.Generated.NONE || expression == null
                ? Set.of(column.name())
                : columns(expression, table);
    }

    /** The generated columns that an expression names. */
    static List<Column> generated(String expression, Table table) {
        Set<String> named = new LinkedHashSet<>();
        SqlLexer.tokens(expression).stream().filter(Token::isName).forEach(token -> named.add(token.name()));
        return table.columns().stream()
                .filter(column -> column.generated() != Column.Generated.NONE && named.contains(column.name()))
                .toList();
    }
}
