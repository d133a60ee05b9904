package org.pgassay.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class EmbeddedServerTest {

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void servesEveryMajorVersion(int major) throws SQLException {
        PostgresServer server = TestServers.shared(major);

        assertThat(server.majorVersion()).isEqualTo(major);
        assertThat(server.version()).startsWith(major + ".");
        assertThat(server.provider()).isEqualTo("embedded");
        assertThat(server.ephemeral()).isTrue();
        assertThat(server.description()).contains(server.version()).contains("127.0.0.1:");
        assertThat(valueOf(server, "select current_user || ' ' || version()"))
                .startsWith(server.superuser() + " PostgreSQL " + server.version());
        assertThat(valueOf(
                        server,
                        "select upper('æ') || ' ' || pg_encoding_to_char(encoding) from pg_database"
                                + " where datname = current_database()"))
                .isEqualTo("Æ UTF8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
                "max_connections=100",
                "autovacuum=on",
                "listen_addresses=127.0.0.1",
                "unix_socket_directories="
            })
    void isSetUpToBeThrownAway(String setting) throws SQLException {
        String[] parts = setting.split("=", -1);
        assertThat(valueOf(TestServers.shared(), "show " + parts[0])).isEqualTo(parts[1]);
    }

    @Test
    void letsNoOneInWithoutThePassword() throws SQLException {
        PostgresServer server = TestServers.shared();
        String url;
        try (Connection connection = server.open(server.initialDatabase())) {
            url = connection.getMetaData().getURL();
        }
        assertThat(url).doesNotContain("password");
        assertThatThrownBy(() -> java.sql.DriverManager.getConnection(url, "postgres", "guess"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        assertThat(valueOf(server, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                .isEqualTo("password");
    }

    @Test
    void stopsAndClearsAway() throws SQLException {
        EmbeddedServer server = EmbeddedServer.start(18);
        Path data = server.process().data();
        long pid = server.process().pid();
        assertThat(data).isDirectory();
        try (Connection open = server.open("postgres")) {
            server.close();
            assertThat(open.isValid(1)).isFalse();
        }
        server.close();

        assertThat(data.getParent()).doesNotExist();
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThatThrownBy(() -> server.open("postgres")).isInstanceOf(SQLException.class);
    }

    @Test
    void twoServersDoNotMeet() throws SQLException {
        try (EmbeddedServer one = EmbeddedServer.start(18);
                EmbeddedServer two = EmbeddedServer.start(18)) {
            one.open("postgres").createStatement().execute("create table only_here ()");
            assertThat(valueOf(two, "select count(*) from pg_class where relname = 'only_here'"))
                    .isEqualTo("0");
            assertThat(one.rolePassword()).isNotEqualTo(two.rolePassword());
        }
    }

    @Test
    void triesAnotherPortWhenOneIsTaken() throws IOException, SQLException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Deque<Integer> ports = new ArrayDeque<>(List.of(taken.getLocalPort(), taken.getLocalPort()));
            EmbeddedServer.Settings settings = TestSettings.ofThisMachine()
                    .withPorts(() -> ports.isEmpty() ? ServerProcess.freePort() : ports.remove());
            try (EmbeddedServer server = EmbeddedServer.start(18, settings)) {
                assertThat(ports).isEmpty();
                assertThat(valueOf(server, "show port")).isNotEqualTo(Integer.toString(taken.getLocalPort()));
            }
        }
    }

    @Test
    void knowsFiveMajorVersions() {
        assertThatThrownBy(() -> EmbeddedServer.start(13))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("13")
                .hasMessageContaining("[14, 15, 16, 17, 18]");
    }

    @Test
    void startsWithinASecondOnceTheCacheIsFilled() {
        TestServers.shared();
        long start = System.nanoTime();
        EmbeddedServer.start(18).close();
        // The aim is 0.7 s; the bound leaves room for a machine that is busy with other things.
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(3_000);
    }

    static String valueOf(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.open(server.initialDatabase());
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    @Test
    void leavesNothingInItsCacheButTheCache() {
        EmbeddedServer server = EmbeddedServer.start(18);
        Path instance = server.process().data().getParent();
        assertThat(instance).isNotNull();
        assertThat(Files.exists(instance.resolve("owner"))).isTrue();
        server.close();
        assertThat(Files.exists(instance)).isFalse();
    }
}
