package org.pgassay.diff;

import java.util.List;
import java.util.Objects;
import org.pgassay.catalog.Difference.Attribute;
import org.pgassay.catalog.Difference.Change;
import org.pgassay.catalog.Difference.Compared;
import org.pgassay.catalog.Difference.Sort;
import org.pgassay.sql.ArraySpelling;

/** Texts that PostgreSQL prints of one expression, before and after a dump was restored. */
public final class Spellings {

    private Spellings() {}

    /** The changes without attributes that are only spelt otherwise. */
    public static List<Change> without(List<Change> changes) {
        return changes.stream()
                .map(Spellings::without)
                .filter(change ->
                        change.sort() != Sort.CHANGED || !change.attributes().isEmpty())
                .toList();
    }

    private static Change without(Change change) {
        return new Change(change.kind(), change.schema(), change.name(), change.sort(), others(change.attributes()));
    }

    static List<Compared> withoutIn(List<Compared> all) {
        return all.stream().map(Spellings::without).toList();
    }

    private static Compared without(Compared each) {
        List<Attribute> others = others(each.attributes());
        boolean alike = each.sort() == Sort.CHANGED && others.isEmpty();
        return new Compared(each.key(), alike ? null : each.sort(), others);
    }

    private static List<Attribute> others(List<Attribute> attributes) {
        return attributes.stream()
                .filter(each ->
                        !Objects.equals(ArraySpelling.settled(each.left()), ArraySpelling.settled(each.right())))
                .toList();
    }
}
