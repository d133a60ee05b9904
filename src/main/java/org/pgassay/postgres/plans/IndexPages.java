package org.pgassay.postgres.plans;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How many pages an index takes, made anew over rows that are there.
 *
 * <p>Of B-trees it is reckoned as their build does it. Of the others it is an estimate: hash indexes hold 4 bytes a key in
 * buckets whose number is a power of 2, BRIN indexes a summary a range of pages, GIN indexes about 2 bytes an element and
 * row, GiST and the others a key a row in pages filled to 70 %.
 */
final class IndexPages {

    private static final double ROOM = 8192 - 24 - 16;
    private static final int HEADER = 8;
    private static final int POINTER = 4;

    /** What a posting list takes at most while a B-tree is built: a tenth of a page. */
    private static final double POSTING_LIST = 812;

    /** A tuple's address. */
    private static final double ADDRESS = 6;

    private static final double ESTIMATED_FILL = 0.7;

    /** How many elements an array, a document or a text has where nothing is known of it. */
    static final double ELEMENTS = 10;

    /** What a posting list of a GIN index takes for a row: addresses are kept as differences. */
    private static final double COMPRESSED_ADDRESS = 2;

    private IndexPages() {}

    /** What is known of the entries. */
    record Entries(double rows, double distinct, double heapPages, boolean nulls, double elements) {}

    static long of(StoredIndex index, Entries entries, ToDoubleFunction<StoredColumn> widths) {
        double key = key(index, widths, entries.nulls());
        return switch (index.method()) {
            case "btree" -> tree(index, entries, key);
            case "hash" -> hash(entries.rows(), index.fillFactor());
            case "brin" ->
                (long) Math.ceil(3 + entries.heapPages() / index.pagesPerRange() * (key * 2 + HEADER + POINTER) / ROOM);
            case "gin" ->
                (long) Math.ceil(2
                        + (entries.rows() * entries.elements() * COMPRESSED_ADDRESS + entries.distinct() * key) / ROOM);
            default -> (long) Math.ceil(1 + entries.rows() * (key + POINTER) / (ROOM * ESTIMATED_FILL));
        };
    }

    /** The keys' bytes in a page above the leaves. */
    static double keyWidth(StoredIndex index, ToDoubleFunction<StoredColumn> widths) {
        return RowWidth.of(columns(index, index.keys()), widths);
    }

    private static List<StoredColumn> columns(StoredIndex index, int count) {
        return index.parts().stream().limit(count).map(StoredIndex.Part::stored).toList();
    }

    private static double key(StoredIndex index, ToDoubleFunction<StoredColumn> widths, boolean nulls) {
        List<StoredColumn> columns = columns(index, index.parts().size());
        boolean varies = columns.stream().anyMatch(StoredColumn::varies);
        double data = RowWidth.aligned(RowWidth.of(columns, widths), varies);
        return data + (nulls ? 2 * HEADER : HEADER);
    }

    private static long tree(StoredIndex index, Entries entries, double key) {
        if (entries.rows() < 1) {
            return 1;
        }
        double groups = Math.max(1, Math.min(entries.distinct(), entries.rows()));
        double bytes = entries.rows() * (key + POINTER);
        if (index.deduplicates() && !index.unique()) {
            bytes = Math.min(bytes, groups * group(entries.rows() / groups, key));
        }
        double room = ROOM - 8192 * (100 - index.fillFactor()) / 100.0 - key;
        double level = Math.ceil(bytes / room);
        double pages = level;
        double children = Math.max(2, Math.floor(ROOM * ESTIMATED_FILL / (key + POINTER)));
        while (level > 1) {
            level = Math.ceil(level / children);
            pages += level;
        }
        return (long) pages + 1;
    }

    /** The bytes of so many equal keys. */
    private static double group(double rows, double key) {
        double each = Math.max(1, Math.floor((POSTING_LIST - key) / ADDRESS));
        double lists = Math.max(1, rows / each);
        return lists * (key + POINTER) + (rows > 1 ? rows * ADDRESS + 1 : 0);
    }

    private static long hash(double rows, int fillFactor) {
        double ofBucket = Math.max(10, Math.floor(8192 * fillFactor / 100.0 / 20));
        double wanted = Math.max(2, Math.ceil(rows / ofBucket));
        double buckets = Math.pow(2, Math.ceil(Math.log(wanted) / Math.log(2)));
        return (long) (buckets + 2);
    }
}
