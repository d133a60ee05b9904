package org.pgassay.check.rule.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;

/** What the rules on indexes know of them. */
final class Indexes {

    private static final Pattern AND = Pattern.compile("\\)? AND \\(?");

    private Indexes() {}

    /** The columns that the first keys are; it ends before the first expression. */
    static List<String> leadingColumns(Index index, int count) {
        List<String> columns = new ArrayList<>();
        for (Index.Key key : index.keys()) {
            String column = key.column();
            if (column == null || columns.size() == count) {
                break;
            }
            columns.add(column);
        }
        return columns;
    }

    /** The key columns, without the expressions. */
    static List<String> columns(Index index) {
        return index.keys().stream()
                .map(Index.Key::column)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether the index has an entry for every row in which none of the columns is null. */
    static boolean holdsAllNotNull(Index index, List<String> columns) {
        String predicate = index.predicate();
        if (predicate == null) {
            return true;
        }
        List<String> tests = columns.stream()
                .map(column -> Identifiers.quote(column) + " IS NOT NULL")
                .toList();
        return terms(predicate).allMatch(tests::contains);
    }

    /** The columns of which the predicate says no more than that they are not null; empty if it says more. */
    static List<String> onlyNotNull(Index index) {
        String predicate = index.predicate();
        if (predicate == null || !terms(predicate).allMatch(term -> term.endsWith(" IS NOT NULL"))) {
            return List.of();
        }
        return terms(predicate)
                .map(term -> term.substring(0, term.length() - " IS NOT NULL".length()))
                .toList();
    }

    /** The terms of a conjunction, as PostgreSQL prints it: {@code ((a IS NOT NULL) AND (b IS NOT NULL))}. */
    private static Stream<String> terms(String predicate) {
        String inner = predicate;
        while (inner.startsWith("(") && inner.endsWith(")")) {
            inner = inner.substring(1, inner.length() - 1);
        }
        return AND.splitAsStream(inner);
    }
}
