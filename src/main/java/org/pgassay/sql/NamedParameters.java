package org.pgassay.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query whose parameters have names, in the form in which PostgreSQL numbers them.
 *
 * <p>{@code :name} is a parameter unless it stands in a string or a comment, follows another colon ({@code ::text}), or
 * directly follows a word, a number or a closing bracket ({@code a[1:n]}).
 *
 * @param sql with {@code $1}, {@code $2} and so on; the same name has the same number
 * @param names in the order of their numbers
 * @param numbered whether the query has numbers of its own
 */
public record NamedParameters(String sql, List<String> names, boolean numbered) {

    /** Copies the list. */
    public NamedParameters {
        names = List.copyOf(names);
    }

    /**
     * Reads a query.
     *
     * @throws SqlSyntaxException if a string or comment is not closed
     */
    public static NamedParameters of(String query) {
        List<Token> tokens = SqlLexer.tokens(query);
        List<String> names = new ArrayList<>();
        StringBuilder sql = new StringBuilder();
        boolean numbered = false;
        int copied = 0;
        for (int i = 0; i < tokens.size(); i++) {
            numbered |= isNumber(tokens, i);
            if (isParameter(tokens, i)) {
                Token name = tokens.get(i + 1);
                if (!names.contains(name.text())) {
                    names.add(name.text());
                }
                sql.append(query, copied, tokens.get(i).offset()).append('$').append(names.indexOf(name.text()) + 1);
                copied = name.end();
            }
        }
        return new NamedParameters(sql.append(query.substring(copied)).toString(), names, numbered);
    }

    private static boolean isNumber(List<Token> tokens, int i) {
        return tokens.get(i).isSymbol('$')
                && i + 1 < tokens.size()
                && tokens.get(i + 1).kind() == Token.Kind.NUMBER
                && tokens.get(i + 1).offset() == tokens.get(i).end();
    }

    private static boolean isParameter(List<Token> tokens, int i) {
        if (!tokens.get(i).isSymbol(':') || i + 1 == tokens.size()) {
            return false;
        }
        Token colon = tokens.get(i);
        Token next = tokens.get(i + 1);
        if (next.kind() != Token.Kind.WORD || next.offset() != colon.end()) {
            return false;
        }
        Token before = i == 0 ? null : tokens.get(i - 1);
        return before == null
                || before.end() != colon.offset()
                || (before.kind() == Token.Kind.SYMBOL
                        && !before.isSymbol(':')
                        && !before.isSymbol(']')
                        && !before.isSymbol(')'));
    }

    /** How many parameters the query takes. */
    public int count() {
        return names.size();
    }

    /**
     * The query with constants in place of its parameters.
     *
     * <p>As PostgreSQL takes a quoted constant without a type for whatever is wanted there, it means the same as a
     * parameter would.
     *
     * @param values by name; a name without one stands for null
     */
    public String with(Map<String, @Nullable String> values) {
        List<Token> tokens = SqlLexer.tokens(sql);
        StringBuilder query = new StringBuilder();
        int copied = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (isNumber(tokens, i)) {
                int number = Integer.parseInt(tokens.get(i + 1).text());
                query.append(sql, copied, tokens.get(i).offset()).append(constant(values.get(names.get(number - 1))));
                copied = tokens.get(i + 1).end();
            }
        }
        return query.append(sql.substring(copied)).toString();
    }

    private static String constant(@Nullable String value) {
        return value == null ? "null" : "'" + value.replace("'", "''") + "'";
    }
}
