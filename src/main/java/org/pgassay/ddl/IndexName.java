package org.pgassay.ddl;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;

/** How PostgreSQL names an index that it makes (ChooseIndexName in src/backend/commands/indexcmds.c). */
final class IndexName {

    /** NAMEDATALEN less the byte that ends it. */
    private static final int MAX_BYTES = 63;

    private IndexName() {}

    static String of(Table table, Index index) {
        String columns = Stream.concat(
                        index.keys().stream().map(key -> key.column() == null ? "expr" : key.column()),
                        index.included().stream())
                .collect(Collectors.joining("_"));
        String constraint = index.constraint();
        Constraint.Type type = constraint == null
                ? Constraint.Type.TRIGGER
                : table.constraint(constraint).map(Constraint::type).orElse(Constraint.Type.UNIQUE);
        return switch (type) {
            case PRIMARY_KEY -> made(table.name().name(), "", "pkey");
            case UNIQUE -> made(table.name().name(), columns, "key");
            case EXCLUSION -> made(table.name().name(), columns, "excl");
            case CHECK, FOREIGN_KEY, TRIGGER -> made(table.name().name(), columns, "idx");
        };
    }

    /** The longer of the two names is cut until all fits; no character is cut in two. */
    private static String made(String table, String columns, String label) {
        int most = MAX_BYTES - 1 - label.length() - (columns.isEmpty() ? 0 : 1);
        int first = bytes(table);
        int second = bytes(columns);
        while (first + second > most) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        return clipped(table, first) + (columns.isEmpty() ? "" : "_" + clipped(columns, second)) + "_" + label;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String clipped(String text, int most) {
        StringBuilder clipped = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .takeWhile(each -> bytes(clipped.toString()) + bytes(each) <= most)
                .forEach(clipped::append);
        return clipped.toString();
    }
}
