package org.pgassay.sql;

import java.util.Locale;

/**
 * A token of SQL and where it stands.
 *
 * @param text as written
 * @param offset of its first character
 * @param depth how many parentheses and brackets are open around it; a parenthesis itself counts as outside
 */
public record Token(Kind kind, String text, int offset, int depth) {

    /** The kinds of token. */
    public enum Kind {
        /** A keyword or an unquoted identifier. */
        WORD,
        /** An identifier in double quotes. */
        QUOTED,
        /** A string constant in any of its spellings. */
        STRING,
        NUMBER,
        /** An operator or a piece of punctuation, one character. */
        SYMBOL,
        /** A psql command: a backslash and the rest of its line. */
        META
    }

    /** The offset behind the last character. */
    public int end() {
        return offset + text.length();
    }

    /** Whether it is this keyword, which is given in lower case. */
    public boolean is(String keyword) {
        return kind == Kind.WORD && text.toLowerCase(Locale.ROOT).equals(keyword);
    }

    /** Whether it is this symbol. */
    public boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    /** Whether it can be an identifier. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** The identifier it stands for, folded to lower case unless it is quoted. */
    public String name() {
        return kind == Kind.QUOTED
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : text.toLowerCase(Locale.ROOT);
    }
}
