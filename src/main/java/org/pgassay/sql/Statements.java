package org.pgassay.sql;

import java.util.ArrayList;
import java.util.List;

/** Splits a script into statements at the semicolons that end them. */
public final class Statements {

    /**
     * A statement of a script.
     *
     * @param text without the semicolon
     * @param offset of its first token in the script
     * @param line of its first token, from 1
     * @param meta whether it is a psql command, which only psql understands
     */
    public record Statement(String text, int offset, int line, boolean meta) {}

    private Statements() {}

    /**
     * The statements of a script in their order; empty ones are left out.
     *
     * @throws SqlSyntaxException if the script cannot be split into tokens
     */
    public static List<Statement> of(String script) {
        List<Statement> statements = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        Body body = new Body();
        Lines lines = new Lines(script);
        for (Token token : SqlLexer.tokens(script)) {
            boolean commandOfPsql = token.kind() == Token.Kind.META && current.isEmpty();
            boolean ends = token.isSymbol(';') && token.depth() == 0 && !body.open();
            if (commandOfPsql) {
                statements.add(statement(lines, token, token, true));
            } else if (!ends) {
                current.add(token);
                body.read(token, current);
            } else {
                close(lines, current, statements);
                body = new Body();
            }
        }
        close(lines, current, statements);
        return statements;
    }

    private static void close(Lines lines, List<Token> current, List<Statement> statements) {
        if (!current.isEmpty()) {
            statements.add(statement(lines, current.get(0), current.get(current.size() - 1), false));
            current.clear();
        }
    }

    private static Statement statement(Lines lines, Token first, Token last, boolean meta) {
        return new Statement(
                lines.script.substring(first.offset(), last.end()), first.offset(), lines.of(first.offset()), meta);
    }

    /** The line that an offset of a script is in, from 1. */
    public static int lineOf(String script, int offset) {
        return new Lines(script).of(offset);
    }

    /** Counts lines onward from where it was asked last, so that a script of many statements is gone through once. */
    private static final class Lines {

        private final String script;
        private int at;
        private int line = 1;

        Lines(String script) {
            this.script = script;
        }

        /** The line of an offset, which is not before the one asked for last. */
        int of(int offset) {
            for (; at < Math.min(offset, script.length()); at++) {
                if (script.charAt(at) == '\n') {
                    line++;
                }
            }
            return line;
        }
    }

    /** Follows an SQL-standard routine body, BEGIN ATOMIC … END, whose semicolons end nothing. */
    private static final class Body {

        private int blocks;
        private boolean begin;

        boolean open() {
            return blocks > 0;
        }

        void read(Token token, List<Token> statement) {
            if (blocks == 0) {
                if (begin && token.is("atomic") && statement.get(0).is("create")) {
                    blocks = 1;
                }
                begin = token.is("begin");
            } else if (token.is("case")) {
                blocks++;
            } else if (token.is("end")) {
                blocks--;
            }
        }
    }
}
