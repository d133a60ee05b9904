package org.pgassay.check.object;

import java.util.List;
import java.util.Optional;
import org.pgassay.check.Ddl;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/** A piece of SQL of a spec, in tokens. It is one definition and no more: a semicolon could smuggle in a statement. */
record Fragment(SourceText source, List<Token> tokens) {

    /** The fragment; it may be empty, as that of a sequence may be. */
    static Fragment of(SourceText source) {
        return new Fragment(source, SqlLexer.tokens(source.text()));
    }

    /** What is wrong with a fragment by its tokens alone. */
    static Optional<Problem> problem(SourceText source) {
        List<Token> tokens;
        try {
            tokens = SqlLexer.tokens(source.text());
        } catch (SqlSyntaxException e) {
            return Optional.of(new Problem(source.at(e.offset()), String.valueOf(e.getMessage())));
        }
        int open = 0;
        int atomic = 0;
        Token before = null;
        for (Token token : tokens) {
            boolean begins = before != null && before.is("begin") && token.is("atomic");
            if (begins || (atomic > 0 && token.is("case"))) {
                atomic++;
            } else if (atomic > 0 && token.is("end")) {
                atomic--;
            }
            open += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            boolean foreign = (token.isSymbol(';') && atomic == 0) || token.kind() == Token.Kind.META;
            if (foreign || open < 0) {
                return Optional.of(new Problem(
                        source.at(token.offset()), "'" + token.text() + "' does not belong in a definition"));
            }
            before = token;
        }
        return open == 0
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                source.location(),
                                "a parenthesis is not closed; if the definition stands within { }, where a comma ends it, put it in quotes"));
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    boolean begins(String keyword) {
        return !tokens.isEmpty() && tokens.get(0).is(keyword);
    }

    boolean beginsWithParenthesis() {
        return !tokens.isEmpty() && tokens.get(0).isSymbol('(');
    }

    /** The token behind the parenthesis that the fragment begins with, if there is one. */
    Optional<Token> behindParenthesis() {
        return tokens.stream()
                .filter(token -> token.isSymbol(')') && token.depth() == 0)
                .findFirst()
                .flatMap(close -> tokens.stream()
                        .filter(token -> token.offset() > close.offset())
                        .findFirst());
    }

    /** Whether two keywords stand side by side outside all parentheses. */
    boolean has(String first, String second) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).depth() == 0
                    && tokens.get(i).is(first)
                    && tokens.get(i + 1).is(second)) {
                return true;
            }
        }
        return false;
    }

    /** All of it. */
    Ddl ddl() {
        return ddl(0, tokens.size());
    }

    /** Some of its tokens and what stands between them. */
    Ddl ddl(int from, int to) {
        if (from >= to) {
            return new Ddl("", List.of());
        }
        int start = tokens.get(from).offset();
        return Ddl.builder().add(source, start, tokens.get(to - 1).end()).build();
    }
}
