package org.pgassay.postgres.plans;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Lines of a shell script that give a B-tree a height: the planner reads that from the metapage, not from statistics.
 *
 * <p>The planner also descends to the least and the greatest entry. So there is one page a level, the last of them an empty
 * leaf. Layout: src/include/access/nbtree.h and storage/bufpage.h of PostgreSQL 14 to 18.
 */
final class TreeRoot {

    private static final int PAGE = 8192;
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

    /** The script's lines; the file must hold {@code height + 2} pages at least. */
    static List<String> of(String file, int height) {
        List<String> lines = new ArrayList<>();
        byte[] meta = buffer(16).putInt(1).putInt(height).putInt(1).putInt(height).array();
        lines.add(write(file, META_ROOT, meta));
        for (int level = height; level >= 0; level--) {
            int block = 1 + height - level;
            long start = (long) PAGE * block;
            lines.add(write(file, start, head(level)));
            lines.add(write(file, start + PAGE - OPAQUE - TUPLE, tail(level, block, height)));
        }
        return lines;
    }

    /** The page's header, and the line pointer of its downlink. */
    private static byte[] head(int level) {
        boolean leaf = level == 0;
        int upper = PAGE - OPAQUE - (leaf ? 0 : TUPLE);
        ByteBuffer head = buffer(HEADER + POINTER)
                .putLong(0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) (HEADER + (leaf ? 0 : POINTER)))
                .putShort((short) upper)
                .putShort((short) (PAGE - OPAQUE))
                .putShort((short) (PAGE | LAYOUT))
                .putInt(0);
        return head.putInt(leaf ? 0 : upper | LP_NORMAL << 15 | TUPLE << 17).array();
    }

    /** The downlink, and what a B-tree notes at the end of each page. */
    private static byte[] tail(int level, int block, int height) {
        ByteBuffer tail = buffer(TUPLE + OPAQUE);
        if (level == 0) {
            tail.putLong(0);
        } else {
            // A block number is stored as two halves, the higher one first.
            tail.putShort((short) 0)
                    .putShort((short) (block + 1))
                    .putShort((short) 0)
                    .putShort((short) (TUPLE | PIVOT));
        }
        int flags = (level == 0 ? LEAF : 0) | (level == height ? ROOT : 0);
        return tail.putInt(0)
                .putInt(0)
                .putInt(level)
                .putShort((short) flags)
                .putShort((short) 0)
                .array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String write(String file, long offset, byte[] bytes) {
        return "echo " + Base64.getEncoder().encodeToString(bytes) + " | base64 -d | dd of=" + file + " bs=1 seek="
                + offset + " conv=notrunc 2>/dev/null";
    }
}
