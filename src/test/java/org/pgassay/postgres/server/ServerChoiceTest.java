package org.pgassay.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ServerChoiceTest {

    @Test
    void readsTheThreeForms() {
        assertThat(ServerChoice.parse("embedded")).isEqualTo(new ServerChoice.Embedded());
        assertThat(ServerChoice.parse("testcontainers")).isEqualTo(new ServerChoice.Testcontainers());
        String url = "jdbc:postgresql://db.example:5433/erp?user=audit&password=hush-hush";
        assertThat(ServerChoice.parse(url)).isEqualTo(new ServerChoice.External(url));
        assertThat(ServerChoice.parse(url).toString())
                .contains("db.example:5433/erp")
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Embedded", "docker", "postgres://u:hush-hush@host/db", "jdbc:postgresql:db"})
    void saysWhatItUnderstands(String value) {
        assertThatThrownBy(() -> ServerChoice.parse(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("embedded", "testcontainers", "jdbc:postgresql://")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hush"));
    }

    @Test
    void startsAnEmbeddedServerOfTheMajorVersion() {
        try (PostgresServer server = ServerChoice.parse("embedded").start(17, null, false)) {
            assertThat(server.majorVersion()).isEqualTo(17);
            assertThat(server.provider()).isEqualTo("embedded");
        }
    }

    @Test
    void takesUrlsApart() {
        JdbcUrl url = JdbcUrl.parse("jdbc:postgresql://[::1]:5432,b/My%20db?user=a%26b&ssl&password=p=q&sslPassword=s");
        assertThat(url.hosts()).isEqualTo("[::1]:5432,b");
        assertThat(url.database()).isEqualTo("My db");
        assertThat(url.parameters())
                .containsEntry("user", "a&b")
                .containsEntry("ssl", "")
                .containsEntry("password", "p=q");
        assertThat(url.secrets()).containsExactlyInAnyOrder("p=q", "s");
        assertThat(url.urlOf("other/db")).isEqualTo("jdbc:postgresql://[::1]:5432,b/other%2Fdb");
        assertThat(url).hasToString("jdbc:postgresql://[::1]:5432,b/My db");
        assertThat(JdbcUrl.parse("jdbc:postgresql://host").database()).isEmpty();
    }
}
