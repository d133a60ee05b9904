package org.pgassay.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits SQL into tokens by PostgreSQL's lexical rules, with {@code standard_conforming_strings} on: comments (nested
 * ones too) are passed over, strings (with {@code ''}, {@code E''}, {@code U&''}, dollar quotes) and quoted
 * identifiers are one token each. Source: PostgreSQL manual, "SQL Syntax: Lexical Structure".
 */
public final class SqlLexer {

    private static final Pattern DOLLAR =
            Pattern.compile("\\$([\\p{L}_\\x80-\\uFFFF][\\p{L}\\p{N}_\\x80-\\uFFFF]*)?\\$");

    private static final Pattern NUMBER = Pattern.compile(
            "(0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|([0-9][0-9_]*(\\.(?!\\.)[0-9_]*)?|\\.[0-9][0-9_]*)([eE][-+]?[0-9]+)?)");

    private final String sql;
    private @Nullable Token found;
    private int position;
    private int depth;

    /** A lexer at the beginning of a text. */
    SqlLexer(String sql) {
        this.sql = sql;
    }

    /**
     * The tokens in their order.
     *
     * @throws SqlSyntaxException if a string, an identifier or a comment is not closed
     */
    public static List<Token> tokens(String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        List<Token> tokens = new ArrayList<>();
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            tokens.add(token);
        }
        return List.copyOf(tokens);
    }

    /**
     * The next token, or null at the end.
     *
     * @throws SqlSyntaxException if a string, an identifier or a comment is not closed
     */
    @Nullable
    Token next() {
        found = null;
        while (found == null && position < sql.length()) {
            step();
        }
        return found;
    }

    /** Goes on at an offset: what is before it is no SQL. */
    void skipTo(int offset) {
        position = offset;
    }

    private void step() {
        char c = sql.charAt(position);
        if (isSpace(c) || c == '\uFEFF') {
            position++;
        } else if (sql.startsWith("--", position)) {
            position = lineEnd();
        } else if (sql.startsWith("/*", position)) {
            skipBlockComment();
        } else if (c == '\'') {
            add(Token.Kind.STRING, stringEnd(position, false));
        } else if (c == '"') {
            add(Token.Kind.QUOTED, quotedEnd(position, '"'));
        } else if (c == '\\') {
            add(Token.Kind.META, lineEnd());
        } else if (c == '$' && dollarQuote()) {
            return;
        } else if (isDigit(c) || (c == '.' && digitFollows())) {
            number();
        } else if (isWordStart(c)) {
            word();
        } else {
            symbol(c);
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void add(Token.Kind kind, int end) {
        found = new Token(kind, sql.substring(position, end), position, depth);
        position = end;
    }

    private int lineEnd() {
        int end = position;
        while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private void skipBlockComment() {
        int start = position;
        int open = 0;
        do {
            if (sql.startsWith("/*", position)) {
                open++;
                position += 2;
            } else if (sql.startsWith("*/", position)) {
                open--;
                position += 2;
            } else {
                position++;
            }
            if (position >= sql.length() && open > 0) {
                throw new SqlSyntaxException("the comment /* is not closed", start);
            }
        } while (open > 0);
    }

    private int stringEnd(int start, boolean backslashes) {
        int at = start + 1;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (backslashes && c == '\\') {
                at += 2;
            } else if (c != '\'') {
                at++;
            } else if (at + 1 < sql.length() && sql.charAt(at + 1) == '\'') {
                at += 2;
            } else {
                return at + 1;
            }
        }
        throw new SqlSyntaxException("the string is not closed", start);
    }

    private int quotedEnd(int start, char quote) {
        int at = start + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) != quote) {
                at++;
            } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        throw new SqlSyntaxException("the quoted identifier is not closed", start);
    }

    private boolean dollarQuote() {
        Matcher tag = DOLLAR.matcher(sql).region(position, sql.length());
        if (!tag.lookingAt()) {
            return false;
        }
        int close = sql.indexOf(tag.group(), tag.end());
        if (close < 0) {
            throw new SqlSyntaxException("the dollar-quoted string " + tag.group() + " is not closed", position);
        }
        add(Token.Kind.STRING, close + tag.group().length());
        return true;
    }

    private boolean digitFollows() {
        return position + 1 < sql.length() && isDigit(sql.charAt(position + 1));
    }

    private void number() {
        Matcher number = NUMBER.matcher(sql).region(position, sql.length());
        if (number.lookingAt()) {
            add(Token.Kind.NUMBER, number.end());
        } else {
            symbol(sql.charAt(position));
        }
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c >= '\u0080';
    }

    private void word() {
        int end = position;
        while (end < sql.length()
                && (isWordStart(sql.charAt(end)) || isDigit(sql.charAt(end)) || sql.charAt(end) == '$')) {
            end++;
        }
        String word = sql.substring(position, end);
        boolean quoteFollows = end < sql.length() && sql.charAt(end) == '\'';
        if (quoteFollows && word.equalsIgnoreCase("e")) {
            add(Token.Kind.STRING, stringEnd(end, true));
        } else if (quoteFollows && List.of("b", "x", "n", "B", "X", "N").contains(word)) {
            add(Token.Kind.STRING, stringEnd(end, false));
        } else if (word.equalsIgnoreCase("u") && sql.startsWith("&'", end)) {
            add(Token.Kind.STRING, stringEnd(end + 1, false));
        } else if (word.equalsIgnoreCase("u") && sql.startsWith("&\"", end)) {
            add(Token.Kind.QUOTED, quotedEnd(end + 1, '"'));
        } else {
            add(Token.Kind.WORD, end);
        }
    }

    private void symbol(char c) {
        boolean closes = c == ')' || c == ']';
        if (closes) {
            depth = Math.max(0, depth - 1);
        }
        add(Token.Kind.SYMBOL, position + 1);
        if (c == '(' || c == '[') {
            depth++;
        }
    }
}
