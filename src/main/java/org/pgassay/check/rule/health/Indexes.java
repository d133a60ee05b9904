package org.pgassay.check.rule.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;

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

    /** Whether a part of the predicate says that the column is not null. */
    static boolean testsNotNull(Index index, String column) {
        String predicate = index.predicate();
        return predicate != null
                && terms(predicate).anyMatch(term -> term.equals(Identifiers.quote(column) + " IS NOT NULL"));
    }

    /** The columns that are keys of the index. */
    static List<Column> keyColumns(Table table, Index index) {
        return index.keys().stream()
                .flatMap(key -> Optional.ofNullable(key.column()).flatMap(table::column).stream())
                .toList();
    }

    /** What an index finds, whether it is unique or not; the direction of an only key does not matter. */
    static String shape(Index index) {
        String keys = keys(index);
        return index.keys().size() == 1
                ? index.definition().replace(keys, keys.replaceFirst("( DESC)?( NULLS (FIRST|LAST))?$", ""))
                : index.definition();
    }

    /** Whether an index has the keys that another one begins with, and nothing else that the other one lacks. */
    static boolean begins(Index index, Index other) {
        String keys = keys(index);
        return index.method().equals(other.method())
                && other.keys().size() > index.keys().size()
                && keys(other).startsWith(keys + ", ")
                && Objects.equals(index.predicate(), other.predicate())
                && other.included().containsAll(index.included());
    }

    /** The keys as PostgreSQL prints them, with collation, operator class and order. */
    private static String keys(Index index) {
        String definition = index.definition();
        int start = definition.indexOf('(') + 1;
        int depth = 1;
        char quote = 0;
        int at = start;
        while (at < definition.length()) {
            char c = definition.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                break;
            }
            at++;
        }
        return definition.substring(start, at);
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
