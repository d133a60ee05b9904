package org.pgassay.postgres.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PageChecksumTest {

    /** The metapage of an empty index, as PostgreSQL 18.6 wrote it after {@code initdb --data-checksums}. */
    private static final String START = "00000000583b7701357d00004800f01ff01f0420000000006231050004000000"
            + "000000000000000000000000000000000000000000000000000000000000f0bf0100000000000000";

    private static final String END = "00000000000000000000000008000000";

    private static byte[] page() {
        byte[] page = new byte[TreeRoot.PAGE];
        byte[] start = HexFormat.of().parseHex(START);
        byte[] end = HexFormat.of().parseHex(END);
        System.arraycopy(start, 0, page, 0, start.length);
        System.arraycopy(end, 0, page, page.length - end.length, end.length);
        return page;
    }

    @Test
    void itIsWhatPostgresWrites() {
        byte[] page = page();
        page[PageChecksum.OFFSET] = 0;
        page[PageChecksum.OFFSET + 1] = 0;

        assertThat(PageChecksum.of(page, 0)).isEqualTo((short) 0x7d35);
        assertThat(PageChecksum.of(page, 1)).isNotEqualTo((short) 0x7d35);
    }

    @Test
    void aTreeKeepsItsMetapagesVersionAndHasAChecksumOnEachPage() {
        byte[] with = TreeRoot.of(page(), 2, true);
        byte[] without = TreeRoot.of(page(), 2, false);

        assertThat(with).hasSize(4 * TreeRoot.PAGE);
        assertThat(without[PageChecksum.OFFSET]).isZero();
        for (int block = 0; block < 4; block++) {
            byte[] page = java.util.Arrays.copyOfRange(without, block * TreeRoot.PAGE, (block + 1) * TreeRoot.PAGE);
            short sum = PageChecksum.of(page, block);
            int at = block * TreeRoot.PAGE + PageChecksum.OFFSET;
            assertThat(with[at]).isEqualTo((byte) sum);
            assertThat(with[at + 1]).isEqualTo((byte) (sum >> 8));
        }
    }
}
