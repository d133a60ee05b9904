package org.pgassay.check.security;

import org.pgassay.check.Names;
import org.pgassay.check.StoredValues.Place;

/** Reads the name of a column as a spec writes it: {@code table.column}, the table qualified or not. */
final class StatedColumn {

    private StatedColumn() {}

    static boolean isOne(String written) {
        int dot = dot(written);
        return dot > 0 && dot < written.length() - 1;
    }

    static String table(String written) {
        return written.substring(0, dot(written));
    }

    static Place place(String written, Names names) {
        String column = written.substring(dot(written) + 1);
        boolean quoted = column.length() > 2 && column.startsWith("\"") && column.endsWith("\"");
        return new Place(
                names.resolve(table(written)),
                quoted ? column.substring(1, column.length() - 1).replace("\"\"", "\"") : column);
    }

    /** The last dot that is not in quotation marks. */
    private static int dot(String written) {
        boolean quoted = false;
        int last = -1;
        for (int i = 0; i < written.length(); i++) {
            quoted ^= written.charAt(i) == '"';
            last = written.charAt(i) == '.' && !quoted ? i : last;
        }
        return last;
    }
}
