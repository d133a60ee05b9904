package org.pgassay.postgres.plans;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * What PostgreSQL writes into a page's header where data checksums are on: 32 sums by a variant of FNV-1a, mixed with the
 * page's number. Source: storage/checksum_impl.h of PostgreSQL 9.3 and later.
 */
final class PageChecksum {

    /** Where the checksum stands in a page. */
    static final int OFFSET = 8;

    private static final int PRIME = 16_777_619;

    private static final List<Integer> BASES = List.of(
            0x5B1F36E9,
            0xB8525960,
            0x02AB50AA,
            0x1DE66D2A,
            0x79FF467A,
            0x9BB9F8A3,
            0x217E7CD2,
            0x83E13D2C,
            0xF8D4474F,
            0xE39EB970,
            0x42C6AE16,
            0x993216FA,
            0x7B093B5D,
            0x98DAFF3C,
            0xF718902A,
            0x0B1C9CDB,
            0xE58F764B,
            0x187636BC,
            0x5D7B3BB1,
            0xE73DE7DE,
            0x92BEC979,
            0xCCA6C0B2,
            0x304A0979,
            0x85AA43D4,
            0x783125BB,
            0x6CA8EAA2,
            0xE407EAC6,
            0x4B5CFC3E,
            0x9FBF8C76,
            0x15CA20BE,
            0xF2CA9FD3,
            0x959BD756);

    private PageChecksum() {}

    /**
     * The checksum.
     *
     * @param page of 8 kB, with nothing in the place of the checksum
     * @param number of the page within its relation
     */
    static short of(byte[] page, int number) {
        int[] sums = BASES.stream().mapToInt(Integer::intValue).toArray();
        ByteBuffer words = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
        while (words.hasRemaining()) {
            for (int lane = 0; lane < sums.length; lane++) {
                sums[lane] = mixed(sums[lane], words.getInt());
            }
        }
        int sum = 0;
        for (int lane : sums) {
            sum ^= mixed(mixed(lane, 0), 0);
        }
        return (short) (Integer.remainderUnsigned(sum ^ number, 65_535) + 1);
    }

    private static int mixed(int sum, int word) {
        int both = sum ^ word;
        return both * PRIME ^ both >>> 17;
    }
}
