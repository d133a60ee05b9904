package org.pgassay.postgres.plans;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The first pages of a B-tree's file, which give it a height: the planner reads that from the metapage, not from statistics.
 *
 * <p>The planner also descends to the least and the greatest entry. So there is one page a level, the last of them an empty
 * leaf. Layout: src/include/access/nbtree.h and storage/bufpage.h of PostgreSQL 14 to 18.
 */
final class TreeRoot {

    static final int PAGE = 8192;

    private static final int HEADER = 24;
    private static final int OPAQUE = 16;

    /** In the metapage, behind the page's header, the magic number and the version. */
    private static final int META_ROOT = HEADER + 8;

    private static final short LEAF = 1;
    private static final short ROOT = 2;

    /** PG_PAGE_LAYOUT_VERSION. */
    private static final int LAYOUT = 4;

    private static final int POINTER = 4;

    /** A downlink without key: what is less than everything. */
    private static final int TUPLE = 8;

    /** INDEX_ALT_TID_MASK: the tuple leads downwards, and its offset counts its attributes. */
    private static final int PIVOT = 0x2000;

    private static final int LP_NORMAL = 1;

    private TreeRoot() {}

    /** How many pages are written. */
    static int pages(int height) {
        return height + 2;
    }

    /**
     * The pages.
     *
     * @param meta the file's first page as it is
     * @param checksums whether the server keeps checksums of pages
     */
    static byte[] of(byte[] meta, int height, boolean checksums) {
        byte[] bytes = new byte[PAGE * pages(height)];
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0, meta, 0, PAGE);
        file.putShort(PageChecksum.OFFSET, (short) 0);
        file.position(META_ROOT).putInt(1).putInt(height).putInt(1).putInt(height);
        for (int level = height; level >= 0; level--) {
            int block = 1 + height - level;
            head(file.position(PAGE * block), level);
            tail(file.position(PAGE * (block + 1) - OPAQUE - TUPLE), level, block, height);
        }
        if (checksums) {
            for (int block = 0; block < pages(height); block++) {
                byte[] page = new byte[PAGE];
                System.arraycopy(bytes, block * PAGE, page, 0, PAGE);
                file.putShort(block * PAGE + PageChecksum.OFFSET, PageChecksum.of(page, block));
            }
        }
        return bytes;
    }

    /** The page's header, and the line pointer of its downlink. */
    private static void head(ByteBuffer page, int level) {
        boolean leaf = level == 0;
        int upper = PAGE - OPAQUE - (leaf ? 0 : TUPLE);
        page.putLong(0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) (HEADER + (leaf ? 0 : POINTER)))
                .putShort((short) upper)
                .putShort((short) (PAGE - OPAQUE))
                .putShort((short) (PAGE | LAYOUT))
                .putInt(0);
        page.putInt(leaf ? 0 : upper | LP_NORMAL << 15 | TUPLE << 17);
    }

    /** The downlink, and what a B-tree notes at the end of each page. */
    private static void tail(ByteBuffer page, int level, int block, int height) {
        if (level == 0) {
            page.putLong(0);
        } else {
            // A block number is stored as two halves, the higher one first.
            page.putShort((short) 0)
                    .putShort((short) (block + 1))
                    .putShort((short) 0)
                    .putShort((short) (TUPLE | PIVOT));
        }
        int flags = (level == 0 ? LEAF : 0) | (level == height ? ROOT : 0);
        page.putInt(0).putInt(0).putInt(level).putShort((short) flags).putShort((short) 0);
    }
}
