package org.pgassay.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/**
 * The forms of definition that a spec states in SQL.
 *
 * <p>What is stated is one definition and no more: a semicolon would let it smuggle in a statement, and a comma another
 * column.
 */
public enum Definition {
    /** A column, constraint or index: a part of a statement, where commas separate parts. */
    CLAUSE,
    /** A trigger or policy. */
    PART,
    /** A rule, which may hold several statements in parentheses. */
    RULE,
    /** The key or the bound of partitions; who reads an empty one tells better what it lacks. */
    PARTITION,
    /** An object of its own: it may be left empty, as that of a sequence, and hold the statements of a body. */
    OBJECT;

    /**
     * Splits a definition into words.
     *
     * @throws SqlSyntaxException if it cannot be split, or is not one definition of this form
     */
    public List<Token> tokens(String text) {
        List<Token> tokens = SqlLexer.tokens(text);
        int open = 0;
        int atomic = 0;
        Token before = null;
        for (Token token : tokens) {
            atomic += atomic(before, token, atomic > 0);
            open += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (token.kind() == Token.Kind.META || open < 0 || ends(token, open > 0, atomic > 0)) {
                throw new SqlSyntaxException("'" + token.text() + "' does not belong in a definition", token.offset());
            }
            before = token;
        }
        if (tokens.isEmpty() && this != OBJECT && this != PARTITION) {
            throw SqlSyntaxException.ofWhole("the definition is empty");
        } else if (open > 0) {
            throw SqlSyntaxException.ofWhole(
                    "a parenthesis is not closed; if the definition stands within { }, where a comma ends it, put it in"
                            + " quotes");
        }
        return tokens;
    }

    /** What is wrong with a definition, at its place in the spec. */
    public static Problem problem(SourceText source, SqlSyntaxException error) {
        return new Problem(
                error.isOfWhole() ? source.location() : source.at(error.offset()), String.valueOf(error.getMessage()));
    }

    /** Whether a word ends the definition, so that another one would begin behind it. */
    private boolean ends(Token token, boolean parenthesized, boolean body) {
        return switch (this) {
            case CLAUSE -> token.isSymbol(';') || (token.isSymbol(',') && token.depth() == 0);
            case PART, PARTITION -> token.isSymbol(';');
            case RULE -> token.isSymbol(';') && !parenthesized;
            case OBJECT -> token.isSymbol(';') && !body;
        };
    }

    /** By how many levels a word goes into a body in the form of the SQL standard, BEGIN ATOMIC … END, or out of it. */
    private static int atomic(@Nullable Token before, Token token, boolean within) {
        boolean begins = before != null && before.is("begin") && token.is("atomic");
        if (begins || (within && token.is("case"))) {
            return 1;
        }
        return within && token.is("end") ? -1 : 0;
    }
}
