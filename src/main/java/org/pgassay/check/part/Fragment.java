package org.pgassay.check.part;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Ddl;
import org.pgassay.check.Definition;
import org.pgassay.spec.SourceText;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/**
 * The words that a spec states a trigger, policy or rule in, read from left to right.
 *
 * <p>A fragment is one definition and no more: it is refused where it would smuggle in a statement.
 */
final class Fragment {

    private final SourceText source;
    private final List<Token> tokens;
    private int at;

    private Fragment(SourceText source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    /**
     * Splits a fragment into words.
     *
     * @param statements whether it may hold several statements in parentheses, as a rule does
     * @throws SqlSyntaxException if it holds more than a definition
     */
    static Fragment of(SourceText source, boolean statements) {
        return new Fragment(source, (statements ? Definition.RULE : Definition.PART).tokens(source.text()));
    }

    /** Whether the next word is this one. */
    boolean at(String keyword) {
        return at < tokens.size() && tokens.get(at).is(keyword);
    }

    /** Passes over the next word if it is this one. */
    boolean skip(String keyword) {
        boolean there = at(keyword);
        at += there ? 1 : 0;
        return there;
    }

    /** Passes over the next word, which must be one of these. */
    String expect(Set<String> keywords, String message) {
        if (at >= tokens.size() || keywords.stream().noneMatch(this::at)) {
            throw new SqlSyntaxException(
                    message, at < tokens.size() ? tokens.get(at).offset() : end());
        }
        return tokens.get(at++).name();
    }

    /** Passes over a list of names with commas between them. */
    void names(String message) {
        do {
            if (at >= tokens.size() || !tokens.get(at).isName()) {
                throw new SqlSyntaxException(
                        message, at < tokens.size() ? tokens.get(at).offset() : end());
            }
            at++;
        } while (skipSymbol(','));
    }

    /** A name, with the schema that it is qualified with, if it is. */
    Name name(String message) {
        int start = at;
        if (at >= tokens.size() || !tokens.get(at).isName()) {
            throw new SqlSyntaxException(
                    message, at < tokens.size() ? tokens.get(at).offset() : end());
        }
        String first = tokens.get(at++).name();
        if (!skipSymbol('.')) {
            return new Name(null, first, tokens.get(start).offset());
        } else if (at >= tokens.size() || !tokens.get(at).isName()) {
            throw new SqlSyntaxException(
                    message, at < tokens.size() ? tokens.get(at).offset() : end());
        }
        return new Name(first, tokens.get(at++).name(), tokens.get(start).offset());
    }

    /** A name and where it stands. */
    record Name(@Nullable String schema, String name, int offset) {}

    private boolean skipSymbol(char symbol) {
        boolean there = at < tokens.size() && tokens.get(at).isSymbol(symbol);
        at += there ? 1 : 0;
        return there;
    }

    /** Where the next word begins. */
    int offset() {
        return at < tokens.size() ? tokens.get(at).offset() : end();
    }

    private int end() {
        return tokens.get(tokens.size() - 1).end();
    }

    /** Where the last word that was passed over ends. */
    int behind() {
        return tokens.get(at - 1).end();
    }

    /** Whether nothing is left. */
    boolean finished() {
        return at >= tokens.size();
    }

    /** CREATE, the kind and the name, and the first words up to an offset, with a word of pgAssay's own behind them. */
    Ddl statement(String create, String name, int from, int to, String behind) {
        return Ddl.builder()
                .add(create + " " + Identifiers.quote(name) + " ")
                .add(source, from, to)
                .add(" " + behind + " ")
                .build();
    }

    /** Where the first word begins. */
    int start() {
        return tokens.get(0).offset();
    }

    /** The words from the next one on. */
    Ddl rest() {
        return Ddl.builder().add(" ").add(source, offset(), end()).build();
    }
}
