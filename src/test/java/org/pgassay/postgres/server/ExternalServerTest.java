package org.pgassay.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ExternalServerTest {

    private static final String SECRET = "hunter2-and-more";

    @org.jspecify.annotations.Nullable
    private static EmbeddedServer host;

    private static String base = "";

    @BeforeAll
    static void someonesServer() throws SQLException {
        EmbeddedServer server = EmbeddedServer.start(18);
        host = server;
        try (Connection connection = server.open("postgres")) {
            base = connection.getMetaData().getURL().replaceFirst("/postgres.*", "/");
            connection.createStatement().execute("create role auditor superuser login password '" + SECRET + "'");
            connection.createStatement().execute("create role app");
            connection.createStatement().execute("create database \"My app\"");
        }
    }

    @AfterAll
    static void stop() {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void isReadOnlyOnBothSides() throws SQLException {
        PostgresServer server = connect("My+app", false);
        assertThat(server.provider()).isEqualTo("external");
        assertThat(server.ephemeral()).isFalse();
        assertThat(server.majorVersion()).isEqualTo(18);
        assertThat(server.superuser()).isEqualTo("auditor");
        assertThat(server.initialDatabase()).isEqualTo("My app");
        assertThat(server.description())
                .contains("My app")
                .contains("auditor")
                .contains("read-only")
                .doesNotContain(SECRET);
        try (Connection connection = server.open("My app")) {
            assertThat(connection.isReadOnly()).isTrue();
            assertReadOnly(connection);
            connection.setAutoCommit(false);
            assertReadOnly(connection);
            connection.rollback();
            connection.setAutoCommit(true);
            // Each side alone is enough.
            connection.setReadOnly(false);
            connection.createStatement().execute("set session characteristics as transaction read only");
            assertReadOnly(connection);
        }
        try (Connection connection = server.open("My app", "app")) {
            assertReadOnly(connection);
        }
    }

    private static void assertReadOnly(Connection connection) {
        assertThatThrownBy(() -> connection.createStatement().execute("create table t ()"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25006"));
    }

    @Test
    void staysReadOnlyWhateverTheUrlSays() throws SQLException {
        PostgresServer server = ExternalServer.connect(
                base + "postgres?user=auditor&readOnly=false&readOnlyMode=ignore&options=-c%20"
                        + "default_transaction_read_only=off%20-c%20work_mem=77MB",
                false,
                Map.of("PGPASSWORD", SECRET));
        try (Connection connection = server.open("postgres")) {
            assertReadOnly(connection);
            assertThat(DatabasesTest.value(connection, "show work_mem")).isEqualTo("77MB");
        }
    }

    @Test
    void writesWhenTheUserSaysSo() throws SQLException {
        PostgresServer server = connect("postgres", true);
        assertThat(server.description()).doesNotContain("read-only");
        try (Connection connection = server.open("My app")) {
            connection.createStatement().execute("create table written ()");
            connection.createStatement().execute("drop table written");
        }
    }

    @Test
    void actsAsARoleWhosePasswordNoOneKnows() throws SQLException {
        PostgresServer server = connect("postgres", true);
        try (Connection connection = server.open("postgres", "app")) {
            connection.createStatement().execute("reset role");
            assertThat(DatabasesTest.value(connection, "select current_user")).isEqualTo("app");
        }
    }

    @Test
    void takesUserAndPasswordFromUrlOrEnvironment() {
        assertThat(ExternalServer.connect(base + "postgres", false, Map.of("PGUSER", "auditor", "PGPASSWORD", SECRET))
                        .superuser())
                .isEqualTo("auditor");
        assertThat(ExternalServer.connect(
                                base + "postgres?user=auditor&password=" + SECRET,
                                false,
                                Map.of("PGUSER", "other", "PGPASSWORD", "other"))
                        .superuser())
                .isEqualTo("auditor");
    }

    @Test
    void saysThatNoServerIsThere() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertUnavailable(
                "jdbc:postgresql://127.0.0.1:" + port + "/x?user=u&password=" + SECRET,
                "cannot be reached",
                "127.0.0.1:" + port);
        assertUnavailable(
                "jdbc:postgresql://no-such-host.invalid/x?user=u&password=" + SECRET,
                "there is no such host",
                "no-such-host.invalid");
    }

    @Test
    void saysThatThePasswordIsWrong() {
        assertUnavailable(
                base + "postgres?user=auditor&password=" + SECRET + "x", "does not let user auditor in", "PGPASSWORD");
        assertUnavailable(base + "postgres?user=nobody_here&password=" + SECRET, "does not let user nobody_here in");
    }

    @Test
    void saysThatTheDatabaseIsUnknown() {
        assertUnavailable(
                base + "nowhere?user=auditor&password=" + SECRET, "no such database", "\"nowhere\"", "end of the URL");
    }

    @Test
    void saysWhatTheServerRefuses() {
        assertUnavailable(
                base + "postgres?user=auditor&password=" + SECRET + "&options=-c%20no_such_setting=" + SECRET,
                "refuses the connection",
                "no_such_setting");
    }

    @Test
    void saysThatTheServerIsTooOld() throws Exception {
        try (ServerSocket old = new ServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Thread thread = new Thread(() -> answerAsPostgres13(old));
            thread.start();
            String url = "jdbc:postgresql://127.0.0.1:" + old.getLocalPort()
                    + "/x?user=u&assumeMinServerVersion=12&sslmode=disable&gssEncMode=disable";
            assertThatThrownBy(() -> ExternalServer.connect(url, true, Map.of()))
                    .isInstanceOf(ServerUnavailableException.class)
                    .hasMessageContainingAll("is PostgreSQL 13.4", "needs 14");
            thread.join();
        }
    }

    @Test
    void saysThatSomethingElseListensThere() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            String where = "127.0.0.1:" + silent.getLocalPort();
            assertUnavailable(
                    "jdbc:postgresql://" + where + "/x?user=u&loginTimeout=1&password=" + SECRET,
                    "The server at " + where,
                    "cannot be reached");
        }
    }

    /** Enough of the frontend/backend protocol (version 3) for a client to learn the version. */
    private static void answerAsPostgres13(ServerSocket server) {
        try (Socket socket = server.accept();
                DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
            in.readFully(new byte[in.readInt() - 4]);
            out.writeByte('R');
            out.writeInt(8);
            out.writeInt(0);
            for (String parameter : new String[] {
                "server_version\0" + "13.4\0",
                "client_encoding\0UTF8\0",
                "DateStyle\0ISO, MDY\0",
                "integer_datetimes\0on\0",
                "standard_conforming_strings\0on\0"
            }) {
                byte[] bytes = parameter.getBytes(StandardCharsets.UTF_8);
                out.writeByte('S');
                out.writeInt(4 + bytes.length);
                out.write(bytes);
            }
            out.writeByte('Z');
            out.writeInt(5);
            out.writeByte('I');
            out.flush();
            while (in.read() >= 0) {
                // Until the client has gone.
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://auditor:hunter2-and-more@localhost/x",
                "jdbc:postgresql://localhost/x%zz?password=hunter2-and-more",
                "jdbc:postgresql://localhost/x?password=hunter2-and-more%zz",
                "postgresql://auditor:hunter2-and-more@localhost/x",
                "jdbc:mysql://localhost/x?password=hunter2-and-more",
            })
    void refusesUrlsWithoutRepeatingTheirSecrets(String url) {
        assertThatThrownBy(() -> ServerChoice.parse(url).start(18, null, false))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(everythingOf(e)).doesNotContain(SECRET));
    }

    private static PostgresServer connect(String database, boolean allowWrites) {
        return ExternalServer.connect(
                base + database + "?user=auditor&password=" + SECRET + "&sslpassword=" + SECRET, allowWrites, Map.of());
    }

    private static void assertUnavailable(String url, String... parts) {
        assertThatThrownBy(() -> ExternalServer.connect(url, false, Map.of()))
                .isInstanceOfSatisfying(
                        ServerUnavailableException.class,
                        e -> assertThat(e.missing()).isFalse())
                .hasMessageContainingAll(parts)
                .satisfies(e -> assertThat(everythingOf(e)).doesNotContain(SECRET));
    }

    private static String everythingOf(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
