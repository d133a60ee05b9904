package org.pgassay.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class EmbeddedServerTest {

    @Test
    void servesSql() throws SQLException {
        PostgresServer server = TestServers.shared();
        try (Connection connection = server.open(server.initialDatabase());
                ResultSet row = connection.createStatement().executeQuery("select current_user, version()")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("postgres");
            assertThat(row.getString(2)).startsWith("PostgreSQL " + server.version());
        }
    }
}
