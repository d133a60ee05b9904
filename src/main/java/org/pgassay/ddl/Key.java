package org.pgassay.ddl;

import java.util.Comparator;

/**
 * What tells the pieces of a schema apart.
 *
 * @param name its name within the sort, as SQL
 */
record Key(Sort sort, String name) implements Comparable<Key> {

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::sort).thenComparing(Key::name);

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }
}
