package org.pgassay.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/** Finds the calls that restore statistics in a script that has nothing else but settings. */
final class StatisticsCalls {

    static final String RELATION = "pg_restore_relation_stats";
    static final String ATTRIBUTE = "pg_restore_attribute_stats";

    /**
     * A call.
     *
     * @param line where it begins, from 1
     * @param arguments by name
     */
    record Call(int line, String function, Map<String, @Nullable String> arguments) {}

    private final String text;
    private final List<Token> tokens;
    private int at;

    private StatisticsCalls(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /**
     * The calls in their order.
     *
     * @throws StatisticsFileException if something else is there
     */
    static List<Call> of(String text) {
        List<Token> tokens;
        try {
            tokens = SqlLexer.tokens(text);
        } catch (SqlSyntaxException e) {
            throw new StatisticsFileException(
                    1, "the file is cut off, or is no SQL: " + e.getMessage() + ". Dump it again.");
        }
        return new StatisticsCalls(text, tokens).calls();
    }

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.kind() == Token.Kind.META && token.text().matches("\\\\(un)?restrict( .*)?")) {
                at++;
            } else if (token.is("set")) {
                skip();
            } else if (token.is("select")) {
                Call call = select();
                if (call != null) {
                    calls.add(call);
                }
            } else {
                throw foreign(token);
            }
        }
        return calls;
    }

    private int line(Token token) {
        return (int) text.substring(0, token.offset()).lines().count()
                + (token.offset() == 0 || text.charAt(token.offset() - 1) == '\n' ? 1 : 0);
    }

    private StatisticsFileException foreign(Token token) {
        String start = token.text().length() > 40 ? token.text().substring(0, 40) + "…" : token.text();
        return new StatisticsFileException(
                line(token),
                "'" + start
                        + "' is not expected in a file of statistics, of which nothing is run. Take one that pg_dump"
                        + " --statistics-only or pgAssay's export wrote.");
    }

    private Token next() {
        if (at >= tokens.size()) {
            throw new StatisticsFileException(
                    Math.max(1, (int) text.lines().count()), "the file ends within a statement. Dump it again.");
        }
        return tokens.get(at++);
    }

    /** Passes over a statement that sets something. */
    private void skip() {
        while (!next().isSymbol(';')) {
            if (at < tokens.size() && tokens.get(at).is("select")) {
                throw foreign(tokens.get(at));
            }
        }
    }

    /** Null if it sets something. */
    private @Nullable Call select() {
        Token start = next();
        Token token = next();
        if (token.isSymbol('*')) {
            Token from = next();
            if (!from.is("from")) {
                throw foreign(from);
            }
            token = next();
        }
        if (token.is("pg_catalog")) {
            expect('.');
            token = next();
        }
        if (token.is("set_config")) {
            skip();
            return null;
        }
        if (!token.is(RELATION) && !token.is(ATTRIBUTE)) {
            throw foreign(token);
        }
        expect('(');
        Call call = new Call(line(start), token.name(), arguments());
        expect(';');
        return call;
    }

    private void expect(char symbol) {
        Token token = next();
        if (!token.isSymbol(symbol)) {
            throw foreign(token);
        }
    }

    private Map<String, @Nullable String> arguments() {
        Map<String, @Nullable String> arguments = new LinkedHashMap<>();
        Token separator;
        do {
            Token name = next();
            String key = string(name);
            expect(',');
            if (arguments.containsKey(key)) {
                throw foreign(name);
            }
            arguments.put(key, value());
            separator = next();
            if (separator.isSymbol(':')) {
                separator = type();
            }
        } while (separator.isSymbol(','));
        if (!separator.isSymbol(')')) {
            throw foreign(separator);
        }
        return arguments;
    }

    private @Nullable String value() {
        Token token = next();
        if (token.is("null")) {
            return null;
        }
        if (token.is("true") || token.is("false") || token.kind() == Token.Kind.NUMBER) {
            return token.text();
        }
        if (token.isSymbol('-')) {
            Token number = next();
            if (number.kind() != Token.Kind.NUMBER) {
                throw foreign(number);
            }
            return "-" + number.text();
        }
        return string(token);
    }

    private String string(Token token) {
        if (token.kind() != Token.Kind.STRING || token.text().charAt(0) != '\'') {
            throw foreign(token);
        }
        return token.text().substring(1, token.text().length() - 1).replace("''", "'");
    }

    /** Passes over a cast; what is behind it. */
    private Token type() {
        expect(':');
        Token name = next();
        if (name.kind() != Token.Kind.WORD) {
            throw foreign(name);
        }
        Token behind = next();
        if (behind.isSymbol('[')) {
            expect(']');
            behind = next();
        }
        return behind;
    }
}
