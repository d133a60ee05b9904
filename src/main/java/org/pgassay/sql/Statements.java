package org.pgassay.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits a script into statements at the semicolons that end them. */
public final class Statements {

    private static final Pattern PSQL_COPY = Pattern.compile("(?is)\\\\copy\\b.*\\bfrom\\s+stdin\\b.*");

    /** What a statement is to whoever runs the script. */
    public enum Kind {
        /** One for the server alone. */
        SQL,
        /** A psql command, which only psql understands. */
        PSQL,
        /** A COPY that takes the rows that stand behind it in the script. */
        COPY_IN,
        /** A COPY that gives rows to whoever sends it. */
        COPY_OUT
    }

    /**
     * A statement of a script.
     *
     * @param text without the semicolon
     * @param offset of its first token in the script
     * @param line of its first token, from 1
     * @param rows what stands behind it and belongs to it, if it takes rows
     */
    public record Statement(
            Kind kind,
            String text,
            int offset,
            int line,
            @Nullable InlineRows rows) {

        /** The offset behind it and the rows that belong to it. */
        public int end() {
            return rows == null ? offset + text.length() : rows.end();
        }
    }

    private final String script;
    private final SqlLexer lexer;
    private final Lines lines;
    private final List<Statement> statements = new ArrayList<>();

    private Statements(String script) {
        this.script = script;
        this.lexer = new SqlLexer(script);
        this.lines = new Lines(script);
    }

    /**
     * The statements of a script in their order; empty ones are left out.
     *
     * @throws SqlSyntaxException if the script cannot be split into tokens
     */
    public static List<Statement> of(String script) {
        Statements split = new Statements(script);
        split.split();
        return split.statements;
    }

    private void split() {
        List<Token> current = new ArrayList<>();
        Body body = new Body();
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            boolean commandOfPsql = token.kind() == Token.Kind.META && current.isEmpty();
            boolean ends = token.isSymbol(';') && token.depth() == 0 && !body.open();
            if (commandOfPsql) {
                add(Kind.PSQL, token, token, token.end());
            } else if (!ends) {
                current.add(token);
                body.read(token, current);
            } else {
                close(current, token.end());
                body = new Body();
            }
        }
        close(current, script.length());
    }

    private void close(List<Token> current, int behind) {
        if (!current.isEmpty()) {
            add(kind(current), current.get(0), current.get(current.size() - 1), behind);
            current.clear();
        }
    }

    /** Rows are data of any kind, so they must not be read as SQL: the lexer goes on behind them. */
    private void add(Kind kind, Token first, Token last, int behind) {
        String text = script.substring(first.offset(), last.end());
        int line = lines.of(first.offset());
        boolean takesRows = kind == Kind.COPY_IN
                || (kind == Kind.PSQL && PSQL_COPY.matcher(text).matches());
        InlineRows rows = null;
        if (takesRows) {
            int from = InlineRows.begin(script, behind);
            rows = InlineRows.at(script, from, lines.of(from));
            lexer.skipTo(rows.end());
        }
        statements.add(new Statement(kind, text, first.offset(), line, rows));
    }

    /** COPY's first FROM or TO says which way the rows go; STDIN and STDOUT are the same to PostgreSQL's grammar. */
    private static Kind kind(List<Token> statement) {
        if (!statement.get(0).is("copy")) {
            return Kind.SQL;
        }
        for (int i = 1; i + 1 < statement.size(); i++) {
            Token token = statement.get(i);
            if (token.depth() == 0 && (token.is("from") || token.is("to"))) {
                Token other = statement.get(i + 1);
                boolean client = other.is("stdin") || other.is("stdout");
                return !client ? Kind.SQL : token.is("from") ? Kind.COPY_IN : Kind.COPY_OUT;
            }
        }
        return Kind.SQL;
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
