package org.pgassay.check;

import java.util.Comparator;
import org.pgassay.catalog.ObjectKind;

/**
 * An object of the catalog, or a part of one, as the accounting of coverage names it.
 *
 * @param name as subjects have it; {@code table.part} for parts, {@code name(types)} for functions
 */
public record ObjectRef(ObjectKind kind, String name) implements Comparable<ObjectRef> {

    private static final Comparator<ObjectRef> ORDER =
            Comparator.comparing(ObjectRef::kind).thenComparing(ObjectRef::name);

    @Override
    public int compareTo(ObjectRef other) {
        return ORDER.compare(this, other);
    }
}
