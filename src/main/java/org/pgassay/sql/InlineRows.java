package org.pgassay.sql;

/**
 * The rows that stand in a script behind a {@code COPY … FROM stdin}, as psql takes them: from the next line to the line
 * {@code \.}, or to the end of the script where there is none.
 *
 * @param text as they stand, with their line ends
 * @param offset of the first row in the script
 * @param line of the first row, from 1
 * @param end the offset behind the line {@code \.}, where SQL goes on
 */
public record InlineRows(String text, int offset, int line, int end) {

    private static final String END = "\\.";

    /**
     * Where the rows of a statement begin.
     *
     * @param behind the offset behind the statement's semicolon
     * @throws SqlSyntaxException if SQL stands between them: psql would run it after the rows
     */
    static int begin(String script, int behind) {
        int next = nextLine(script, behind);
        if (hasSql(script.substring(behind, next))) {
            throw new SqlSyntaxException(
                    "SQL stands behind COPY … FROM stdin on its line. Put it behind the rows, on a line of its own.",
                    behind);
        }
        return next;
    }

    private static boolean hasSql(String rest) {
        try {
            return !SqlLexer.tokens(rest).isEmpty();
        } catch (SqlSyntaxException e) {
            // What begins there and is not closed goes on behind the rows.
            return true;
        }
    }

    /** The rows from an offset on, which is that of the beginning of this line. */
    static InlineRows at(String script, int offset, int line) {
        int at = offset;
        while (at < script.length()) {
            int next = nextLine(script, at);
            if (isEnd(script.substring(at, next))) {
                return new InlineRows(script.substring(offset, at), offset, line, next);
            }
            at = next;
        }
        return new InlineRows(script.substring(offset), offset, line, script.length());
    }

    private static int nextLine(String script, int offset) {
        int end = script.indexOf('\n', offset);
        return end < 0 ? script.length() : end + 1;
    }

    private static boolean isEnd(String line) {
        return line.startsWith(END) && line.substring(END.length()).matches("\r?\n?");
    }
}
