package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.check.Verdict;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.postgres.server.ServerChoice;
import org.pgassay.postgres.server.TestServers;

/** A database behind a URL is read as it stands, and nothing is written there unless the user says so. */
class ExternalDatabaseTest {

    private static final String YAML = """
            spec: trial
            migrations: {runner: sql, path: migrations}
            tables:
              t:
                columns:
                  id: bigint primary key generated always as identity
                  mood: mood not null default 'ok'
                  n: int not null default next_n()
                indexes:
                  t_mood: (mood desc, n) where mood > 'ok' and n > 3
                closed: all
            """;

    private static final String SQL = """
            create type mood as enum ('ok', 'bad');
            create function next_n() returns int language sql as 'select 1';
            create table t (id bigint primary key generated always as identity, mood mood not null default 'ok',
              n int not null default next_n());
            create index t_mood on t (mood desc, n) where mood > 'ok' and n > 3;
            """;

    private final PostgresServer server = TestServers.shared();
    private Databases databases = new Databases(server);
    private Database database = databases.existing("postgres");

    @BeforeEach
    void makeDatabase() throws SQLException {
        databases = new Databases(server);
        database = databases.create(null);
        execute(SQL);
    }

    @AfterEach
    void dropDatabase() {
        databases.close();
    }

    @Test
    void itIsVerifiedAsItStandsAndNothingInItChanges(@TempDir Path folder) throws SQLException {
        String before = traces();

        Report report = new Trial(folder).migration("1.sql", "select nonsense").verify(YAML, options(false, false));

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.problem()).isNull();
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(report.environment()).containsEntry("database", "read as it stands, not migrated");
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void whatDoesNotHoldThereIsFound(@TempDir Path folder) throws SQLException {
        execute("drop index t_mood; alter table t alter n drop default, add extra int");

        Report report = new Trial(folder).migration("1.sql", "select 1").verify(YAML, options(false, false));

        assertThat(Trial.failures(report))
                .containsExactly(
                        "FAILED column/closed t.extra",
                        "FAILED column/definition t.n",
                        "FAILED index/definition t_mood");
    }

    private static final String OBJECTS = """
            views:
              busy: select id, mood from t where n > 3 group by id
              over_busy: select id from busy
            functions: {next_n(): returns integer language sql}
            types: {mood: "enum ('ok', 'bad')"}
            materializedViews: {counts: {is: "select mood, count(*) from t group by mood", indexes: {counts_mood: unique (mood)}}}
            """;

    private static final String MAKE_OBJECTS = """
            create view busy as select id, mood from t where n > 3 group by id;
            create view over_busy as select id from busy;
            create materialized view counts as select mood, count(*) from t group by mood;
            create unique index counts_mood on counts (mood);
            """;

    @Test
    void objectsThatAreNoTablesAreComparedBesideIt(@TempDir Path folder) throws SQLException {
        execute(MAKE_OBJECTS);
        String before = traces();

        Report report =
                new Trial(folder).migration("1.sql", "select nonsense").verify(YAML + OBJECTS, options(false, false));

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void whatObjectsLackThereIsFound(@TempDir Path folder) throws SQLException {
        execute(MAKE_OBJECTS + """
                create or replace view busy as select id, mood from t where n > 4 group by id;
                create or replace function next_n() returns int language sql security definer as 'select 1';
                drop index counts_mood""");

        Report report = new Trial(folder).migration("1.sql", "select 1").verify(YAML + OBJECTS, options(false, false));

        assertThat(Trial.failures(report))
                .containsExactlyInAnyOrder(
                        "FAILED view/definition busy",
                        "FAILED function/definition next_n()",
                        "FAILED materialized-view/index counts_mood");
    }

    @Test
    void whatCannotBeCopiedMakesAFaultUnverified(@TempDir Path folder) throws SQLException {
        execute(
                "create schema hidden; create table hidden.far (id int); create view near as select id from hidden.far");

        Report report = new Trial(folder)
                .migration("1.sql", "select 1")
                .verify(YAML + "views: {near: select id from hidden.far}\n", options(false, false));

        assertThat(Trial.failures(report)).containsExactly("UNVERIFIED view/definition near");
    }

    @Test
    void withAllowWritesTheBlueprintIsBuiltThereAndRolledBack(@TempDir Path folder) throws SQLException {
        Report report = new Trial(folder).migration("1.sql", "select 1").verify(YAML, options(true, false));

        assertThat(report.problem()).isNull();
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(one("select count(*) from pg_namespace where nspname like 'pgassay%'"))
                .isEqualTo("0");
    }

    @Test
    void withMigrateADatabaseOfItsOwnIsMadeAndDropped(@TempDir Path folder) throws SQLException {
        String databasesBefore = one("select string_agg(datname, ',' order by datname) from pg_database");

        Report report = new Trial(folder).migration("1.sql", SQL).verify(YAML, options(true, true));

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "migration/applies", "1").examined()).isEqualTo(4);
        assertThat(one("select string_agg(datname, ',' order by datname) from pg_database"))
                .isEqualTo(databasesBefore);
    }

    @Test
    void aServerThatCannotBeReachedIsErroredAndNothingPasses(@TempDir Path folder) {
        ServerChoice nowhere = ServerChoice.parse("jdbc:postgresql://localhost:1/db?user=u&password=secret");

        Report report = new Trial(folder)
                .migration("1.sql", "select 1")
                .verify(YAML, VerifyOptions.defaults().on(nowhere));

        assertThat(report.verdict()).isEqualTo(Report.Overall.ERRORED);
        assertThat(report.problem()).contains("localhost").doesNotContain("secret");
        assertThat(report.summary()).containsEntry(Verdict.PASSED, 0);
    }

    private VerifyOptions options(boolean allowWrites, boolean migrate) throws SQLException {
        ServerChoice choice = ServerChoice.parse(TestServers.adminUrl(server, database));
        VerifyOptions defaults = VerifyOptions.defaults();
        return new VerifyOptions(
                Optional.of(choice), Optional.empty(), allowWrites, migrate, defaults.only(), defaults.shard(), 1);
    }

    /** Everything that a write would leave a trace in: transaction ids, objects, sequences. */
    private String traces() throws SQLException {
        return one("select count(*) || ' ' || max(xmin::text::bigint) || ' ' || (select count(*) from pg_depend) || ' '"
                + " || (select last_value || is_called::text from t_id_seq) from pg_class");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
