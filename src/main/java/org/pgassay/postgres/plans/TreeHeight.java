package org.pgassay.postgres.plans;

/** How many levels a B-tree of a size has above its leaves. */
final class TreeHeight {

    /** What a page holds between its header and its special space. */
    private static final double ROOM = 8192 - 24 - 16;

    /** BTREE_NONLEAF_FILLFACTOR. */
    private static final double FILLED = 0.7;

    /** A line pointer and the head of an index tuple. */
    private static final double OVERHEAD = 4 + 8;

    private TreeHeight() {}

    /**
     * The height.
     *
     * @param pages of the index
     * @param width of a key in bytes, on average
     */
    static int of(long pages, double width) {
        double entry = OVERHEAD + 8 * Math.ceil(Math.max(width, 1) / 8);
        double children = Math.max(2, Math.floor(ROOM * FILLED / entry));
        int height = 0;
        for (double level = pages - 1; level > 1; level = Math.ceil(level / children)) {
            height++;
        }
        return height;
    }
}
