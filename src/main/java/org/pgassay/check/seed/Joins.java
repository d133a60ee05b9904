package org.pgassay.check.seed;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;

/** SQL that follows foreign keys from row to row. */
final class Joins {

    private Joins() {}

    /** A table as a foreign key sees it: without those that inherit from it, with its partitions. */
    static String from(QualifiedName table, Catalog catalog) {
        boolean partitioned = catalog.table(table)
                .map(each -> each.kind() == Table.Kind.PARTITIONED)
                .orElse(false);
        return (partitioned ? "" : "only ") + table.sql();
    }

    /** The condition that a row's parent meets. */
    static String on(Constraint key, String child, String parent) {
        List<String> far = to(key).columns();
        return IntStream.range(0, far.size())
                .mapToObj(i -> parent + "." + Identifiers.quote(far.get(i)) + " = " + child + "."
                        + Identifiers.quote(key.columns().get(i)))
                .collect(Collectors.joining(" and "));
    }

    /** A test of all columns of a key, such as {@code is null}, joined by a word. */
    static String columns(Constraint key, String child, String test, String word) {
        return key.columns().stream()
                .map(column -> child + "." + Identifiers.quote(column) + " " + test)
                .collect(Collectors.joining(" " + word + " "));
    }

    /** What a foreign key points to. */
    static ForeignKey to(Constraint key) {
        return Objects.requireNonNull(key.foreignKey());
    }
}
