package org.pgassay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the command line says of itself. */
class HelpTest {

    @Test
    void helpIsPrintedForEveryCommand() {
        for (String command : List.of("verify", "init", "attest", "graph", "explain", "schema")) {
            Call call = Call.of(command, "--help");
            assertThat(call.exit()).isZero();
            assertThat(call.out()).contains("Usage: pgassay " + command);
        }
        assertThat(Call.of("--help").out()).contains("Usage: pgassay", "Exit codes:", "verify", "explain", "schema");
        assertThat(Call.of("--version").out()).startsWith("pgassay ");
    }

    @Test
    void aCallWithoutACommandOrWithAnUnknownOneIsWrong() {
        assertThat(Call.of().exit()).isEqualTo(3);
        assertThat(Call.of("verfy").exit()).isEqualTo(3);
        assertThat(Call.of("verfy").err()).contains("verify");
        assertThat(Call.of("verify").exit()).isEqualTo(3);
        assertThat(Call.of("explain", "colum/definition").exit()).isEqualTo(3);
        assertThat(Call.of("explain", "colum/definition").err()).contains("did you mean 'column/definition'");
    }

    @Test
    void explainKnowsARuleByItsIdAlone() {
        assertThat(Call.of("explain", "foreign-keys-indexed").out()).startsWith("# rule/foreign-keys-indexed");
        assertThat(Call.of("explain", "rule/foreign-keys-indexed").out()).startsWith("# rule/foreign-keys-indexed");
        assertThat(Call.of("explain", "foreign-key-indexed").exit()).isEqualTo(3);
        assertThat(Call.of("explain", "foreign-key-indexed").err()).contains("did you mean 'foreign-keys-indexed'");
    }

    @Test
    void schemaPrintsTheSchema() throws IOException {
        Call call = Call.of("schema");

        assertThat(call.exit()).isZero();
        assertThat(new ObjectMapper().readTree(call.out()).path("title").asText())
                .isEqualTo("pgAssay spec");
    }
}
