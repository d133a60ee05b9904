package org.pgassay.check.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Ddl;
import org.pgassay.spec.SourceText;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/**
 * A column definition, taken apart into the column proper and its constraints, so that each constraint can be made, and
 * fail, on its own.
 *
 * @param column the definition without the constraints: type, collation, default, generation, NOT NULL
 * @param constraints PRIMARY KEY, UNIQUE, CHECK and REFERENCES clauses, in their order
 * @param storage what follows STORAGE, which CREATE TABLE takes from PostgreSQL 16 on only; null if it is not stated
 * @param compression what follows COMPRESSION, in lower case; null if it is not stated
 */
record ColumnClauses(
        Ddl column,
        List<Clause> constraints,
        @Nullable Ddl storage,
        @Nullable String compression) {

    private static final Set<String> COMPRESSIONS = Set.of("pglz", "lz4", "default");

    /** The words that end a type or a clause and begin the next. */
    private static final Set<String> STARTERS = Set.of(
            "constraint",
            "not",
            "null",
            "check",
            "default",
            "generated",
            "unique",
            "primary",
            "references",
            "collate",
            "storage",
            "compression",
            "deferrable",
            "initially",
            "enforced",
            "no");

    /** A constraint clause: the tokens from its own keyword on, and the name that CONSTRAINT gives it. */
    record Clause(@Nullable String name, List<Token> tokens) {

        boolean is(String keyword) {
            return tokens.get(0).is(keyword);
        }

        int start() {
            return tokens.get(0).offset();
        }

        int end() {
            return tokens.get(tokens.size() - 1).end();
        }
    }

    /**
     * Takes a definition apart.
     *
     * @throws SqlSyntaxException if a part of it would be passed over: a name without its constraint, or what no check
     *     compares
     */
    static ColumnClauses parse(SourceText definition) {
        Ddl.Builder column = Ddl.builder();
        List<Clause> constraints = new ArrayList<>();
        @Nullable String name = null;
        List<Token> tokens = SqlLexer.tokens(definition.text());
        refuseIdentityName(tokens);
        @Nullable Ddl storage = null;
        @Nullable String compression = null;
        List<List<Token>> clauses = clauses(tokens);
        for (int i = 0; i < clauses.size(); i++) {
            List<Token> clause = clauses.get(i);
            Token first = clause.get(0);
            if (i > 0 && first.is("storage")) {
                Token value = setting(clause);
                storage = Ddl.builder()
                        .add(definition, value.offset(), value.end())
                        .build();
            } else if (i > 0 && first.is("compression")) {
                compression = compression(setting(clause));
            } else if (first.is("constraint")) {
                name = nameOf(clause, i + 1 < clauses.size() ? clauses.get(i + 1) : List.of());
            } else if (first.is("primary") || first.is("unique") || first.is("check") || first.is("references")) {
                constraints.add(new Clause(name, new ArrayList<>(clause)));
                name = null;
            } else if (isAttribute(clause) && !constraints.isEmpty()) {
                constraints.get(constraints.size() - 1).tokens().addAll(clause);
            } else {
                column.add(
                                definition,
                                first.offset(),
                                clause.get(clause.size() - 1).end())
                        .add(" ");
                name = null;
            }
        }
        return new ColumnClauses(column.build(), List.copyOf(constraints), storage, compression);
    }

    /** The one word that follows STORAGE or COMPRESSION. */
    private static Token setting(List<Token> clause) {
        if (clause.size() != 2 || !clause.get(1).isName()) {
            Token at = clause.get(clause.size() > 2 ? 2 : 0);
            throw new SqlSyntaxException(
                    "one word must follow " + clause.get(0).text() + ", such as "
                            + (clause.get(0).is("storage") ? "external" : "lz4"),
                    at.offset());
        }
        return clause.get(1);
    }

    private static String compression(Token method) {
        if (!COMPRESSIONS.contains(method.name())) {
            throw new SqlSyntaxException(
                    "'" + method.text() + "' is no compression method: pglz, lz4 or default", method.offset());
        }
        return method.name();
    }

    /** The name that CONSTRAINT gives to the clause behind it. */
    private static String nameOf(List<Token> clause, List<Token> next) {
        Token first = clause.get(0);
        boolean named = clause.size() > 1
                && clause.get(1).isName()
                && (clause.get(1).kind() == Token.Kind.QUOTED
                        || !STARTERS.contains(clause.get(1).name()));
        if (!named) {
            throw new SqlSyntaxException("a constraint's name is missing behind CONSTRAINT", first.offset());
        } else if (clause.size() > 2 || next.isEmpty() || next.get(0).is("constraint")) {
            throw new SqlSyntaxException("no constraint follows the name behind CONSTRAINT", first.offset());
        }
        return clause.get(1).name();
    }

    /** The name of an identity's sequence is not read, and stating it would make it outside of the scratch schemas. */
    private static void refuseIdentityName(List<Token> tokens) {
        boolean options = false;
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token before = tokens.get(i - 1);
            if (token.depth() == 0) {
                options = token.isSymbol('(') && before.is("identity");
            } else if (options && token.is("name") && before.is("sequence")) {
                throw new SqlSyntaxException(
                        "pgAssay does not check the name of an identity's sequence: take it out of the definition",
                        before.offset());
            }
        }
    }

    /** DEFERRABLE, INITIALLY …, NO INHERIT, ENFORCED and their negations belong to the constraint before them. */
    private static boolean isAttribute(List<Token> clause) {
        Token first = clause.get(0);
        boolean negated = first.is("not") && clause.size() > 1 && !clause.get(1).is("null");
        return negated || first.is("deferrable") || first.is("initially") || first.is("enforced") || first.is("no");
    }

    private static List<List<Token>> clauses(List<Token> tokens) {
        List<List<Token>> clauses = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (i == 0 || starts(tokens, i)) {
                clauses.add(new ArrayList<>());
            }
            clauses.get(clauses.size() - 1).add(tokens.get(i));
        }
        return clauses;
    }

    private static boolean starts(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        Token before = tokens.get(i - 1);
        if (token.depth() > 0 || token.kind() != Token.Kind.WORD || !STARTERS.contains(token.name())) {
            return false;
        }
        boolean afterSet = before.is("set");
        boolean defaultNull = token.is("null") && before.is("default");
        boolean negated = before.is("not") && !token.is("check");
        boolean continued = negated || before.is("constraint") || before.isSymbol('.');
        boolean onNo = token.is("no") && (before.is("delete") || before.is("update"));
        boolean setting = token.is("default") && (before.is("storage") || before.is("compression"));
        boolean nullsDistinct = token.is("not") && before.is("nulls");
        return !(afterSet || defaultNull || continued || setting || onNo || nullsDistinct);
    }
}
