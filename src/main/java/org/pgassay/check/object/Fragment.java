package org.pgassay.check.object;

import java.util.List;
import java.util.Optional;
import org.pgassay.check.Ddl;
import org.pgassay.check.Definition;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/** A piece of SQL of a spec, in tokens. */
record Fragment(SourceText source, List<Token> tokens) {

    /** The fragment; it may be empty, as that of a sequence may be. */
    static Fragment of(SourceText source) {
        return new Fragment(source, SqlLexer.tokens(source.text()));
    }

    /** What is wrong with a fragment by its tokens alone. */
    static Optional<Problem> problem(SourceText source) {
        try {
            Definition.OBJECT.tokens(source.text());
            return Optional.empty();
        } catch (SqlSyntaxException e) {
            return Optional.of(Definition.problem(source, e));
        }
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    boolean begins(String keyword) {
        return !tokens.isEmpty() && tokens.get(0).is(keyword);
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
