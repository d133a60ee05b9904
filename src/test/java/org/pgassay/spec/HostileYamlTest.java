package org.pgassay.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML made to exhaust its reader ends in a message, and soon. */
class HostileYamlTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void deepNestingIsRefused(String opening) {
        Yaml yaml = soon(opening.repeat(10_000));

        assertThat(yaml.root()).isNull();
        assertThat(yaml.problems()).hasSize(1);
        assertThat(yaml.messages().get(0)).contains("nested more than 64 levels deep");
    }

    @Test
    void deepIndentationIsRefused() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }

        assertThat(soon(text.toString()).messages().get(0)).contains("nested more than 64 levels deep");
    }

    @Test
    void aliasesThatMultiplyAreRefused() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String former = "*a" + (i - 1);
            text.append("a" + i + ": &a" + i + " [" + (former + ", ").repeat(9) + former + "]\n");
        }

        assertThat(soon(text.toString()).messages().get(0)).contains("500000 values once its aliases are expanded");
    }

    @Test
    void aliasesThatDeepenAreRefused() {
        StringBuilder text = new StringBuilder("a0: &a0 x\n");
        for (int i = 1; i < 5_000; i++) {
            text.append("a" + i + ": &a" + i + " " + "[".repeat(50) + "*a" + (i - 1) + "]".repeat(50) + "\n");
        }

        assertThat(soon(text.toString()).messages())
                .anySatisfy(message -> assertThat(message).contains("nested more than 64 levels deep"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &a [*a]", "a: &a {b: *a}", "&a [*a]", "&a {? *a : b}"})
    void anAliasWithinItselfIsRefused(String text) {
        assertThat(soon(text).problems()).isNotEmpty();
    }

    @Test
    void aVeryLongWordIsNoNumber() {
        assertThat(soon("a: " + "1_1".repeat(100_000)).scalar("a").type()).isEqualTo(Node.Scalar.Type.TEXT);
        assertThat(soon("a: " + "9".repeat(1_000_000)).scalar("a").type()).isEqualTo(Node.Scalar.Type.TEXT);
    }

    @Test
    void aNumberBeyondAllMeasureIsText() {
        assertThat(soon("a: 1e99999999999").scalar("a").type()).isEqualTo(Node.Scalar.Type.TEXT);
    }

    @Test
    void controlCharactersAreASyntaxError() {
        assertThat(soon("a: b\0c").messages().get(0)).startsWith("1:");
    }

    private static Yaml soon(String text) {
        return Assertions.assertTimeoutPreemptively(SOON, () -> Yaml.read(text));
    }
}
