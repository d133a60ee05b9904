package org.pgassay.migration.alembic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Divides a Python file into its statements' tokens, by the Python reference, chapter 2: brackets and backslashes join
 * lines, semicolons divide them. Nothing is run.
 */
final class PythonLexer {

    /**
     * A statement, or the head of a compound one.
     *
     * @param indent columns before it; a tab leads to the next multiple of eight
     * @param line from 1
     */
    record Statement(int indent, int line, List<PythonToken> tokens) {}

    private static final String BRACKETS_OPEN = "([{";
    private static final String BRACKETS_CLOSE = ")]}";
    private static final int TAB = 8;

    private final String text;
    private final List<Statement> statements = new ArrayList<>();
    private List<PythonToken> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int depth;
    private int indent;

    private PythonLexer(String text) {
        this.text = text;
    }

    /**
     * The statements of a file.
     *
     * @param text with line feeds only
     */
    static List<Statement> statements(String text) {
        PythonLexer lexer = new PythonLexer(text);
        lexer.run();
        return lexer.statements;
    }

    private void run() {
        indent = indentation();
        while (at < text.length()) {
            next();
        }
        end();
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            newline();
        } else if (c == ' ' || c == '\t' || c == '\f') {
            at++;
        } else if (c == '#') {
            at = endOfLine();
        } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
            at += 2;
            line++;
        } else if (c == ';' && depth == 0) {
            at++;
            end();
        } else if (c == '"' || c == '\'') {
            string("");
        } else if (Character.isDigit(c)) {
            word(PythonToken.Type.OTHER_LITERAL);
        } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
            nameOrString();
        } else {
            operator(c);
        }
    }

    private void newline() {
        at++;
        line++;
        if (depth == 0) {
            end();
            indent = indentation();
        }
    }

    private void end() {
        if (!tokens.isEmpty()) {
            statements.add(new Statement(indent, tokens.get(0).line(), List.copyOf(tokens)));
            tokens = new ArrayList<>();
        }
    }

    private int indentation() {
        int columns = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ') {
                columns++;
            } else if (c == '\t') {
                columns = (columns / TAB + 1) * TAB;
            } else if (c == '\f') {
                columns = 0;
            } else {
                break;
            }
            at++;
        }
        return columns;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void operator(char c) {
        if (BRACKETS_OPEN.indexOf(c) >= 0) {
            depth++;
        } else if (BRACKETS_CLOSE.indexOf(c) >= 0) {
            depth = Math.max(0, depth - 1);
        }
        int end = at + 1;
        // Comparisons and assignments with an operator must not be taken for a plain '='.
        while (end < text.length() && text.charAt(end) == '=' && "=!<>:+-*/%&|^@".indexOf(c) >= 0) {
            end++;
        }
        tokens.add(new PythonToken(PythonToken.Type.OPERATOR, text.substring(at, end), line));
        at = end;
    }

    private void nameOrString() {
        int end = endOfWord();
        String word = text.substring(at, end);
        boolean quoted = end < text.length() && (text.charAt(end) == '"' || text.charAt(end) == '\'');
        if (quoted && word.length() <= 2 && isPrefix(word)) {
            at = end;
            string(word.toLowerCase(Locale.ROOT));
        } else {
            word(PythonToken.Type.NAME);
        }
    }

    private static boolean isPrefix(String word) {
        return word.chars().allMatch(c -> "rubftRUBFT".indexOf(c) >= 0);
    }

    private void word(PythonToken.Type type) {
        int end = endOfWord();
        tokens.add(new PythonToken(type, text.substring(at, end), line));
        at = end;
    }

    private int endOfWord() {
        int end = at;
        while (end < text.length() && Character.isUnicodeIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A string that begins at its quotation mark. One that is not closed ends with its line, or with the file. */
    private void string(String prefix) {
        String quote = text.substring(at, at + 1);
        boolean triple = text.startsWith(quote.repeat(3), at);
        String closing = triple ? quote.repeat(3) : quote;
        boolean raw = prefix.contains("r");
        int begins = line;
        int from = at + closing.length();
        int end = from;
        char mark = quote.charAt(0);
        while (end < text.length()) {
            char c = text.charAt(end);
            if ((c == mark && text.startsWith(closing, end)) || (c == '\n' && !triple)) {
                break;
            }
            if (c == '\\' && end + 1 < text.length()) {
                end++;
                c = text.charAt(end);
            }
            line += c == '\n' ? 1 : 0;
            end++;
        }
        String body = text.substring(from, end);
        at = text.startsWith(closing, end) ? end + closing.length() : end;
        boolean computed = prefix.contains("b")
                || ((prefix.contains("f") || prefix.contains("t")) && body.contains("{"))
                || (!raw && body.contains("\\N{"));
        tokens.add(new PythonToken(
                computed ? PythonToken.Type.OTHER_LITERAL : PythonToken.Type.STRING,
                raw ? body : PythonEscapes.resolved(body),
                begins));
    }
}
