package org.pgassay.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;

/** Writes values and names as SQL. */
public final class Literals {

    private Literals() {}

    /** A value as a string constant that means the same under any setting; NULL for null. */
    public static String quote(@Nullable String value) {
        if (value == null) {
            return "NULL";
        }
        String quoted = "'" + value.replace("'", "''") + "'";
        return value.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** A value of a type: a cast of a string constant. */
    public static String typed(@Nullable String value, String type) {
        return "CAST(" + quote(value) + " AS " + type + ")";
    }

    /** Column names as a list, quoted where PostgreSQL needs it. */
    public static String names(List<String> columns) {
        return String.join(", ", columns.stream().map(Identifiers::quote).toList());
    }

    /** An array's elements as the text that its type takes. */
    public static String array(List<@Nullable String> elements) {
        return "{" + String.join(",", elements.stream().map(Literals::element).toList()) + "}";
    }

    /** A composite value's fields as the text that its type takes. */
    public static String row(List<@Nullable String> fields) {
        return "("
                + String.join(
                        ",",
                        fields.stream()
                                .map(field -> field == null ? "" : inQuotes(field))
                                .toList())
                + ")";
    }

    private static String element(@Nullable String value) {
        return value == null ? "NULL" : inQuotes(value);
    }

    private static String inQuotes(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
