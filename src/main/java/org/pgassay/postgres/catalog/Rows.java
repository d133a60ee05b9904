package org.pgassay.postgres.catalog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values of a row that JDBC has no better word for. */
final class Rows {

    private Rows() {}

    /** A text that may be null. */
    static @Nullable String optional(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    /** A text that PostgreSQL's printing functions make, which fail softly if the object has just been dropped. */
    static String printed(ResultSet row, String column) throws SQLException {
        String text = optional(row, column);
        if (text == null) {
            throw new SQLException("The schema changed while pgAssay read it: " + row.getString("name")
                    + " is no longer there. Run again when nobody else changes the schema.");
        }
        return text;
    }

    /** An array of text; an empty list for null. */
    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** What to throw for a code that this pgAssay does not know. */
    static IllegalStateException unknown(String what, String code) {
        return new IllegalStateException("PostgreSQL's catalog holds a " + what + " with the code '" + code
                + "', which this version of pgAssay does not know. Use a newer pgAssay, or PostgreSQL 14 to 18.");
    }
}
