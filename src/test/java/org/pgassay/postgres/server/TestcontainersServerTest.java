package org.pgassay.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.DockerClientFactory;

/** Needs Docker and, in the environment variable PGASSAY_TEST_IMAGE, an image: ci/docker-tests.sh provides both. */
@Tag("docker")
@Timeout(120)
class TestcontainersServerTest {

    private static String image = "";

    @BeforeAll
    static void image() {
        String given = System.getenv("PGASSAY_TEST_IMAGE");
        assumeTrue(given != null && !given.isEmpty(), "PGASSAY_TEST_IMAGE names no image");
        image = String.valueOf(given);
    }

    @Test
    void servesSqlAndGoesAway() throws SQLException {
        String id;
        try (TestcontainersServer server = TestcontainersServer.start(image)) {
            id = server.containerId();
            assertThat(server.provider()).isEqualTo("testcontainers");
            assertThat(server.ephemeral()).isTrue();
            assertThat(server.description()).contains(image).contains(server.version());
            try (Connection connection = server.open(server.initialDatabase());
                    ResultSet row = connection.createStatement().executeQuery("show fsync")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("off");
                assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(server.majorVersion());
            }
        }
        assertThatThrownBy(() -> DockerClientFactory.instance()
                        .client()
                        .inspectContainerCmd(id)
                        .exec())
                .hasMessageContaining("No such container");
    }

    @Test
    void holdsRolesAndClones() throws SQLException {
        try (PostgresServer server = new ServerChoice.Testcontainers().start(18, image, false);
                Databases databases = new Databases(server)) {
            databases.ensureRole("Owner's");
            try (Database first = databases.create("Owner's")) {
                try (Connection connection = first.open("Owner's")) {
                    connection.createStatement().execute("create table t as select 42 as answer");
                }
                try (Database copy = databases.cloneOf(first);
                        Connection connection = copy.open("Owner's");
                        ResultSet row = connection.createStatement().executeQuery("select answer from t")) {
                    row.next();
                    assertThat(row.getInt(1)).isEqualTo(42);
                }
            }
        }
    }

    @Test
    void saysThatAnImageCannotBeFetched() {
        assertThatThrownBy(() -> TestcontainersServer.start("localhost:1/nobody/nothing:0"))
                .isInstanceOfSatisfying(
                        ServerUnavailableException.class,
                        e -> assertThat(e.missing()).isTrue())
                .hasMessageContaining("localhost:1/nobody/nothing:0")
                .hasMessageContaining("fetched");
    }
}
