package org.pgassay.check.contract;

import java.util.ArrayList;
import java.util.List;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

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
record NamedParameters(String sql, List<String> names, boolean numbered) {

    /** Copies the list. */
    NamedParameters {
        names = List.copyOf(names);
    }

    /**
     * Reads a query.
     *
     * @throws org.pgassay.sql.SqlSyntaxException if a string or comment is not closed
     */
    static NamedParameters of(String query) {
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
    int count() {
        return names.size();
    }
}
