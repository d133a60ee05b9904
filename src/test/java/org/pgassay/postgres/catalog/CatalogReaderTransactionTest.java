package org.pgassay.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;

class CatalogReaderTransactionTest {

    private static final List<String> PUBLIC = List.of("public");

    @Test
    void leavesAConnectionAsItWas() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(18)) {
            database.run("set search_path = information_schema");

            CatalogReader.read(database.connection(), PUBLIC);

            assertThat(database.connection().getAutoCommit()).isTrue();
            assertThat(setting(database.connection(), "search_path")).isEqualTo("information_schema");
            assertThat(setting(database.connection(), "transaction_read_only")).isEqualTo("off");
            assertThat(setting(database.connection(), "jit")).isEqualTo("on");
        }
    }

    @Test
    void readsWithinATransactionAndLeavesItOpen() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(18)) {
            Connection connection = database.connection();
            connection.setAutoCommit(false);
            database.run("set local search_path = pg_temp; create table public.here (id int)");

            Catalog within = CatalogReader.readWithin(connection, PUBLIC);

            assertThat(within.tables()).hasSize(1);
            assertThat(setting(connection, "search_path")).isEqualTo("pg_temp");
            database.run("insert into public.here values (1)");
            connection.rollback();
            assertThat(CatalogReader.readWithin(connection, PUBLIC).tables()).isEmpty();
        }
    }

    @Test
    void aFailureLeavesTheTransactionUsable() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(18)) {
            Connection connection = database.connection();
            connection.setAutoCommit(false);
            database.run("create table here (id int); set local statement_timeout = '1ms'");
            database.run("set local plan_cache_mode = force_generic_plan");

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            CatalogReader.readWithin(connection, PUBLIC);
                        }
                    })
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("statement timeout");

            database.run("set local statement_timeout = 0");
            assertThat(CatalogReader.readWithin(connection, PUBLIC).tables()).hasSize(1);
        }
    }

    @Test
    void refusesTheWrongMode() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(18)) {
            Connection connection = database.connection();
            assertThatThrownBy(() -> CatalogReader.readWithin(connection, PUBLIC))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Call read");
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> CatalogReader.read(connection, PUBLIC))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Call readWithin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "preferQueryMode=simple",
                "prepareThreshold=1",
                "autosave=always",
                "readOnly=true",
                "defaultRowFetchSize=10"
            })
    void readsAlikeAsAnyRoleAndWhateverTheDriversSettingsAre(String setting) throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.withEverything(18)) {
            Catalog expected = CatalogReader.read(database.connection(), PUBLIC);
            database.run("create role plain_reader login password 'plain'");
            String url = database.connection().getMetaData().getURL();
            try (Connection connection = DriverManager.getConnection(
                    url + (url.contains("?") ? "&" : "?") + setting, "plain_reader", "plain")) {
                for (int again = 0; again < 2; again++) {
                    assertThat(CatalogReader.read(connection, PUBLIC)).isEqualTo(expected);
                }
                connection.setAutoCommit(false);
                assertThat(CatalogReader.readWithin(connection, PUBLIC)).isEqualTo(expected);
            } finally {
                database.run("drop role plain_reader");
            }
        }
    }

    @Test
    void aLostConnectionIsReportedAsSuch() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(18);
                ScratchDatabase other = ScratchDatabase.on(18)) {
            String pid = one(database.connection(), "select pg_backend_pid()");
            other.run("select pg_terminate_backend(" + pid + ", 5000)");

            assertThatThrownBy(() -> CatalogReader.read(database.connection(), PUBLIC))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            // The server's farewell, or a broken pipe where it came too late to be read.
                            lost -> assertThat(lost.getSQLState()).isIn("57P01", "08006"));
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        return one(connection, "show " + name);
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
