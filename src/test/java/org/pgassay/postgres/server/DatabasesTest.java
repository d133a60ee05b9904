package org.pgassay.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class DatabasesTest {

    /** A name that is right only when it is quoted everywhere. */
    private static final String NASTY = "Ro'le \"; drop table x; --";

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aRoleHasNoPowerOverTheServer(int major) throws SQLException {
        PostgresServer server = TestServers.shared(major);
        try (Databases databases = new Databases(server);
                Database database = databases.create(null)) {
            databases.ensureRole(NASTY);
            databases.ensureRole(NASTY);
            assertThat(value(
                            database.open(NASTY),
                            "select rolname || rolsuper || rolbypassrls || rolcreatedb || rolcreaterole || rolcanlogin"
                                    + " from pg_roles where rolname = current_user"))
                    .isEqualTo(NASTY + "falsefalsefalsefalsetrue");
        }
    }

    @Test
    void aRoleThatIsThereKeepsItsPowersAndMayLogIn() throws SQLException {
        PostgresServer server = TestServers.shared();
        try (Databases databases = new Databases(server)) {
            execute(server.open("postgres"), "create role setup_made bypassrls createdb nologin");
            databases.ensureRole("setup_made");
            assertThat(value(
                            server.open("postgres", "setup_made"),
                            "select current_user || rolbypassrls from pg_roles where rolname = current_user"))
                    .isEqualTo("setup_madetrue");
        }
    }

    @Test
    void rolesThatOthersMadeMeanwhileAreDropped() throws SQLException {
        PostgresServer server = TestServers.shared();
        execute(server.open("postgres"), "create role \"it's \"\"there\\\"");
        try (Databases databases = new Databases(server);
                Database database = databases.create(null)) {
            execute(
                    database.open(),
                    "create role a_migration_made",
                    "create table t ()",
                    "grant all on t to a_migration_made");
        }
        assertThat(
                        value(
                                server.open("postgres"),
                                "select string_agg(rolname, ',') from pg_roles where rolname in ('a_migration_made', E'it\\'s \"there\\\\')"))
                .isEqualTo("it's \"there\\");
        execute(server.open("postgres"), "drop role \"it's \"\"there\\\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void aCloneIsTheSameAndApart(int major) throws SQLException {
        PostgresServer server = TestServers.shared(major);
        try (Databases databases = new Databases(server)) {
            databases.ensureRole("the owner");
            databases.ensureRole("reader");
            try (Database template = databases.create("the owner")) {
                execute(template.open("the owner"), "create table t as select 1 as a");
                execute(
                        template.open(),
                        "alter database " + template.name() + " set statement_timeout = '17s'",
                        "alter role reader in database " + template.name() + " set search_path = 'a b', public",
                        "revoke connect on database " + template.name() + " from public",
                        "grant connect on database " + template.name() + " to reader");
                try (Database clone = databases.cloneOf(template)) {
                    assertThat(clone.name()).startsWith("pgassay_").isNotEqualTo(template.name());
                    execute(clone.open("the owner"), "insert into t values (2)");
                    assertThat(value(clone.open("the owner"), "select sum(a) from t"))
                            .isEqualTo("3");
                    assertThat(value(template.open("the owner"), "select sum(a) from t"))
                            .isEqualTo("1");
                    String facts =
                            "select pg_get_userbyid(datdba) || datacl::text || current_setting('statement_timeout')"
                                    + " from pg_database where datname = current_database()";
                    assertThat(value(clone.open(), facts))
                            .isEqualTo(value(template.open(), facts))
                            .endsWith("17s");
                    assertThat(value(clone.open("reader"), "show search_path"))
                            .isEqualTo(value(template.open("reader"), "show search_path"))
                            .contains("a b");
                }
                assertThat(exists(server, template.name())).isTrue();
            }
        }
    }

    @Test
    void refusesToCopyADatabaseInUse() throws SQLException {
        try (Databases databases = new Databases(TestServers.shared());
                Database template = databases.create(null);
                Connection inUse = template.open()) {
            assertThat(inUse.isValid(1)).isTrue();
            assertThatThrownBy(() -> databases.cloneOf(template))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("being accessed by other users");
        }
    }

    @Test
    void copiesTheInitialDatabaseToo() throws SQLException {
        PostgresServer server = TestServers.shared();
        try (Databases databases = new Databases(server);
                Database clone = databases.cloneOf(databases.existing("postgres"))) {
            assertThat(value(clone.open(), "select current_database()")).isEqualTo(clone.name());
        }
    }

    @Test
    void dropsWhatItMadeEvenInUseAndNothingElse() throws SQLException {
        PostgresServer server = TestServers.shared();
        String left;
        try (Databases databases = new Databases(server)) {
            Database inUse = databases.create(null);
            left = databases.create(null).name();
            try (Connection connection = inUse.open()) {
                inUse.close();
                inUse.close();
                assertThat(connection.isValid(1)).isFalse();
            }
            assertThat(exists(server, inUse.name())).isFalse();
            databases.existing("postgres").close();
            assertThat(exists(server, "postgres")).isTrue();
        }
        assertThat(exists(server, left)).as("closing drops what is left").isFalse();
    }

    @Test
    void removesItsRolesFromAServerThatIsNotItsOwn() throws SQLException {
        try (EmbeddedServer host = EmbeddedServer.start(18)) {
            execute(
                    host.open("postgres"),
                    "create role dba login createdb createrole password 'secret'",
                    "create role theirs login password 'theirs'");
            String url;
            try (Connection connection = host.open("postgres")) {
                url = connection.getMetaData().getURL() + "?user=dba";
            }
            PostgresServer server = ExternalServer.connect(url, true, Map.of("PGPASSWORD", "secret"));
            Databases databases = new Databases(server);
            databases.ensureRole("ours");
            databases.ensureRole("theirs");
            Database database = databases.create("ours");
            Database clone = databases.cloneOf(database);
            assertThat(value(clone.open("ours"), "select current_user")).isEqualTo("ours");
            databases.close();

            assertThat(value(
                            host.open("postgres"),
                            "select string_agg(rolname, ',' order by rolname) from pg_roles"
                                    + " where rolname in ('ours', 'theirs')"))
                    .isEqualTo("theirs");
            assertThat(exists(host, database.name())).isFalse();
            assertThat(exists(host, clone.name())).isFalse();
            assertThat(value(
                            java.sql.DriverManager.getConnection(url.replace("?user=dba", ""), "theirs", "theirs"),
                            "select 1"))
                    .isEqualTo("1");
        }
    }

    @Test
    void saysWhatCouldNotBeDropped() throws SQLException {
        EmbeddedServer server = EmbeddedServer.start(18);
        Databases databases = new Databases(server);
        Database database = databases.create(null);
        server.close();
        assertThatThrownBy(database::close)
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining(database.name())
                .hasMessageContaining("could not be dropped");
    }

    private static boolean exists(PostgresServer server, String database) throws SQLException {
        return value(
                        server.open(server.initialDatabase()),
                        "select count(*) from pg_database where datname = '" + database + "'")
                .equals("1");
    }

    static void execute(Connection connection, String... commands) throws SQLException {
        try (connection) {
            for (String command : commands) {
                connection.createStatement().execute(command);
            }
        }
    }

    static String value(Connection connection, String sql) throws SQLException {
        try (connection;
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return String.valueOf(row.getString(1));
        }
    }
}
