package org.pgassay.check.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A quantity accepts exactly the counts that it says. */
class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "17, 17, 17",
        "=17, 17, 17",
        "' >= 85 ', 85, 9223372036854775807",
        ">85, 86, 9223372036854775807",
        "<=3, 0, 3",
        "<3, 0, 2",
        "<1, 0, 0",
        "17..20, 17, 20",
        "'17 .. 17', 17, 17",
        "1_000, 1000, 1000",
        "007, 7, 7",
        "0, 0, 0"
    })
    void itIsARangeWithBothEnds(String text, long least, long most) {
        Quantity quantity = Quantity.parse(text);

        assertThat(quantity.exact()).isEqualTo(least == most);
        assertThat(quantity.accepts(least)).isTrue();
        assertThat(quantity.accepts(most)).isTrue();
        assertThat(quantity.accepts(least - 1)).isFalse();
        assertThat(most == Long.MAX_VALUE || !quantity.accepts(most + 1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "many",
                "-1",
                "1.5",
                "1e3",
                ">",
                "=>3",
                "3<",
                "1..",
                "..2",
                "1...2",
                "<0",
                "20..17",
                "1 2",
                "_1",
                "9223372036854775808",
                ">9223372036854775807",
                ">=99999999999999999999"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Quantity.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'");
    }

    @ParameterizedTest
    @CsvSource({
        "99.5%, 199, 200, true",
        "99.5%, 200, 200, false",
        ">=99.5%, 199, 200, true",
        ">=99.5%, 1989, 2000, false",
        ">99.5%, 199, 200, false",
        "60..70%, 2, 3, true",
        "60%..70%, 71, 100, false",
        "<=33.33%, 1, 3, false",
        "100%, 3, 3, true"
    })
    void aShareIsReckonedWithoutRounding(String text, long count, long whole, boolean accepted) {
        Quantity quantity = Quantity.parse(text);

        assertThat(quantity.percent()).isTrue();
        assertThat(quantity.accepts(count, whole)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"!=17, 17, false", "!=17, 16, true", "<>0, 0, false", "<>0, 5, true"})
    void notEqual(String text, long count, boolean accepted) {
        assertThat(Quantity.parse(text).accepts(count)).isEqualTo(accepted);
        assertThat(Quantity.parse(text).exact()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"101%", ">100%", "<0%", "70..60%", "60%..70", "%", "1.5..2"})
    void whatNoShareCanBeIsRefused(String text) {
        assertThatThrownBy(() -> Quantity.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
