package org.pgassay.migration;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgassay.sql.InlineRows;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Gives the server the rows that stand behind a COPY … FROM stdin. */
final class CopyInput {

    private static final int CHUNK = 1 << 16;

    private static final int BINARY = 1;

    private static final String FEATURE_NOT_SUPPORTED = "0A000";

    private static final Pattern ROW = Pattern.compile("(?m)^COPY .*?, line ([0-9]+).*$");

    private static final Pattern CSV = Pattern.compile("(?i)\\bcsv\\b");

    private CopyInput() {}

    /**
     * Runs a COPY with its rows.
     *
     * @throws SQLException if the server refuses the statement or a row, or the connection is lost
     */
    static void run(Connection connection, String sql, InlineRows rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            if (copy.getFormat() == BINARY) {
                throw new SQLException(
                        "the rows of a binary COPY cannot stand in a text file. Write them in text or CSV format.",
                        FEATURE_NOT_SUPPORTED);
            }
            byte[] bytes = rows.text().getBytes(StandardCharsets.UTF_8);
            for (int from = 0; from < bytes.length; from += CHUNK) {
                copy.writeToCopy(bytes, from, Math.min(CHUNK, bytes.length - from));
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** The line in the script of the row that the server refuses; that of the statement if it names none. */
    static int lineOfRow(SQLException e, String sql, InlineRows rows, int otherwise) {
        Matcher row = ROW.matcher(context(e));
        if (!row.find()) {
            return otherwise;
        }
        long number = Long.parseLong(row.group(1));
        // In text format the server counts rows, and a backslash before a line's end goes on with the row. In CSV it
        // counts lines, but for those within quotes in the first row, before it knows what ends a line.
        return rows.line() + linesBefore(number, rows.text(), !CSV.matcher(sql).find());
    }

    private static int linesBefore(long row, String text, boolean backslashes) {
        int lines = 0;
        long ends = row - 1;
        for (int at = 0; at < text.length() && ends > 0; at++) {
            char c = text.charAt(at);
            boolean escaped = backslashes && c == '\\' && at + 1 < text.length();
            if (escaped) {
                at++;
            }
            if (text.charAt(at) == '\n') {
                lines++;
                ends -= escaped ? 0 : 1;
            }
        }
        return lines;
    }

    /** Where among the rows the server sees the error, in its own words: COPY, line, column and value; else nothing. */
    static String place(SQLException e) {
        Matcher row = ROW.matcher(context(e));
        return row.find() ? " Context: " + row.group() : "";
    }

    private static String context(SQLException e) {
        ServerErrorMessage message = e instanceof PSQLException server ? server.getServerErrorMessage() : null;
        String where = message == null ? null : message.getWhere();
        return where == null ? "" : where;
    }
}
