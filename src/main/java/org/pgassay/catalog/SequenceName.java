package org.pgassay.catalog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/** How PostgreSQL names the sequence that it makes with a column (makeObjectName in src/backend/commands/indexcmds.c). */
final class SequenceName {

    /** NAMEDATALEN less the byte that ends it. */
    private static final int MAX_BYTES = 63;

    /** A number follows where the name was taken. */
    private static final Pattern LABEL = Pattern.compile("_(seq([1-9][0-9]*)?)$");

    private SequenceName() {}

    /**
     * Whether a name is what PostgreSQL would have chosen.
     *
     * @param column {@code schema.table.column} as SQL
     */
    static boolean isUsual(String name, @Nullable String column) {
        Matcher label = LABEL.matcher(name);
        if (column == null || !label.find()) {
            return false;
        }
        List<String> parts = SqlLexer.tokens(column).stream()
                .filter(Token::isName)
                .map(Token::name)
                .toList();
        return parts.size() == 3 && name.equals(made(parts.get(1), parts.get(2), label.group(1)));
    }

    /** The longer of the two names is cut until all fits; no character is cut in two. */
    private static String made(String table, String column, String label) {
        int first = bytes(table);
        int second = bytes(column);
        int most = MAX_BYTES - 2 - bytes(label);
        while (first + second > most) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        return clipped(table, first) + "_" + clipped(column, second) + "_" + label;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String clipped(String text, int most) {
        StringBuilder clipped = new StringBuilder();
        int used = 0;
        for (int character : text.codePoints().toArray()) {
            String each = Character.toString(character);
            used += bytes(each);
            if (used > most) {
                break;
            }
            clipped.append(each);
        }
        return clipped.toString();
    }
}
