package org.pgassay.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files run in the order that people read their names in. */
class NaturalOrderTest {

    private static final List<String> SORTED = List.of(
            "1.sql",
            "1_a.sql",
            "2.sql",
            "9_z.sql",
            "010_b.sql",
            "10_b.sql",
            "10_c.sql",
            "20240101_x.sql",
            "99999999999999999999999999.sql",
            "V1__a.sql",
            "V2__a.sql",
            "V10__a.sql",
            "a.sql",
            "a2b3.sql",
            "a2b10.sql",
            "a10b1.sql");

    @Test
    void twoComesBeforeTen() {
        List<String> shuffled = new ArrayList<>(SORTED);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(shuffled.stream().sorted(NaturalOrder.INSTANCE).toList()).isEqualTo(SORTED);
        }
    }

    @Test
    void itIsATotalOrder() {
        List<String> names =
                List.of("1", "01", "001", "1a", "01a", "a1", "a01", "", "a", "1.2", "1.02", "1-2", "٣", "é");
        for (String a : names) {
            for (String b : names) {
                int ab = NaturalOrder.INSTANCE.compare(a, b);
                assertThat(Integer.signum(ab)).isEqualTo(-Integer.signum(NaturalOrder.INSTANCE.compare(b, a)));
                assertThat(ab == 0).isEqualTo(a.equals(b));
                for (String c : names) {
                    if (ab <= 0 && NaturalOrder.INSTANCE.compare(b, c) <= 0) {
                        assertThat(NaturalOrder.INSTANCE.compare(a, c))
                                .as(a + " " + b + " " + c)
                                .isLessThanOrEqualTo(0);
                    }
                }
            }
        }
    }
}
