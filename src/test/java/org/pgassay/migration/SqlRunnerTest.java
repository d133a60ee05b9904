package org.pgassay.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Fingerprint;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.TestServers;

/** SQL files run as psql would run them, and nothing that goes wrong in one goes unseen. */
class SqlRunnerTest extends ScriptFixture {

    @Test
    void anErrorIsAtItsLineInTheMiddleOfItsStatement() throws Exception {
        MigrationRun.Failure failure = failure(run("""
                create table a (id int);
                -- a comment; with a semicolon
                create table b (
                  id int,
                  größe text default '😀',
                  n nonsense
                );
                select 1;
                """));

        assertThat(failure.line()).isEqualTo(6);
        assertThat(failure.statement()).isEqualTo(2);
        assertThat(failure.message()).isEqualTo("ERROR 42704: type \"nonsense\" does not exist");
        assertThat(failure.sql()).startsWith("create table b (");
        assertThat(one("select to_regclass('a')")).isEqualTo("a");
    }

    @Test
    void anErrorWithoutAPositionIsAtItsStatement() throws Exception {
        assertThat(failure(
                                run(
                                        "select 1;\n\ndo $$ begin\n\n raise exception 'no' using detail = 'd', hint = 'h'; end $$;"))
                        .line())
                .isEqualTo(3);
    }

    @Test
    void whatCannotRunInATransactionRuns() throws Exception {
        assertApplied(run("create table t (id int); create index concurrently i on t (id); vacuum t;"));
        assertThat(one("select indisvalid from pg_index where indexrelid = 'i'::regclass"))
                .isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin; create table t (id int)", "start transaction; create table t (id int);",
                "begin; select 1; commit and chain; create table t (id int);",
                        "begin; savepoint s; create table t (id int)"
            })
    void aTransactionThatIsNotEndedIsFound(String script) throws Exception {
        assertThat(failure(run(script)).message()).contains("does not end it").contains("Add COMMIT");
        assertThat(one("select count(*) from pg_class where relname = 't'")).isEqualTo("0");
    }

    @Test
    void theFilesOwnTransactionsAreItsAffair() throws Exception {
        assertApplied(run("begin; create table a (id int); rollback; begin; create table b (id int); commit;"
                + " create table c (id int); commit; end;"));
        assertThat(
                        one(
                                "select string_agg(relname, ',' order by relname) from pg_class where relnamespace = 'public'::regnamespace"))
                .isEqualTo("b,c");
    }

    @Test
    void aFailedTransactionLeavesNothingBehindForTheNextFile() throws Exception {
        assertThat(failure(run("begin; create table t (id int); select nonsense; commit;"))
                        .statement())
                .isEqualTo(3);
        assertThat(one("select count(*) from pg_class where relname = 't'")).isEqualTo("0");
    }

    @Test
    void theDriversOwnSyntaxIsNotInterpreted() throws Exception {
        assertApplied(run("""
                create table t (j jsonb check (j ? 'a'), k jsonb default '{}', check (j ?| array['a']));
                insert into t values ('{"a": {"b": "{fn now()}"}}', '{"?": "$1"}');
                do $$ begin perform '{d 2020-01-01}', ':x'; end $$;
                """));
        assertThat(one("select j->'a'->>'b' || k from t")).isEqualTo("{fn now()}{\"?\": \"$1\"}");
    }

    @Test
    void whatIsMadeBelongsToTheRoleThatIsLoggedIn() throws Exception {
        assertApplied(run("create table t (id int)"));
        assertThat(one("select tableowner from pg_tables where tablename = 't'"))
                .isEqualTo(OWNER);
        assertThat(failure(run("create extension dblink; create role x superuser"))
                        .message())
                .contains("42501");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select pg_terminate_backend(pg_backend_pid())",
                "do $$ begin perform pg_terminate_backend(pg_backend_pid()); end $$; create table t (id int)"
            })
    void aConnectionThatIsLostIsNoFailedStepAndNoPass(String script) {
        assertThatThrownBy(() -> run(script)).isInstanceOf(SQLException.class);
    }

    @Test
    void aFloodOfNoticesPasses() throws Exception {
        assertApplied(run(
                "do $$ begin for i in 1..50000 loop raise notice 'line % %', i, repeat('x', 200); end loop; end $$"));
    }

    @Test
    void aLargeResultPasses() throws Exception {
        assertApplied(run("select repeat('x', 1000) from generate_series(1, 20000); select 1; select 2"));
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws Exception {
        assertThat(failure(run("create table größe (id int)".getBytes(StandardCharsets.ISO_8859_1)))
                        .message())
                .isEqualTo("the file is not UTF-8 text");
    }

    @Test
    void aFileWithANulIsRefusedAtItsLine() throws Exception {
        MigrationRun.Failure failure =
                failure(run("create table a (id int);\ncreate table b (id int)\0; select nonsense;"));

        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.message()).contains("NUL");
        assertThat(one("select count(*) from pg_class where relname in ('a', 'b')"))
                .isEqualTo("0");
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws Exception {
        assertApplied(run("\uFEFFcreate table t (id int);"));
    }

    @Test
    void linesOfWindowsAreCountedRight() throws Exception {
        assertThat(failure(run("select 1;\r\n\r\nselect\r\n  nonsense;\r\n")).line())
                .isEqualTo(4);
    }

    @Test
    void aCommandOfPsqlIsRefusedAtItsLine() throws Exception {
        MigrationRun.Failure failure = failure(run("select 1;\n\\i other.sql\n"));

        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.message()).contains("psql");
    }

    @Test
    void whatIsNotClosedIsFoundWhereItBeginsBeforeAnythingRuns() throws Exception {
        MigrationRun.Failure failure = failure(run("create table t (id int);\nselect 1,\n 'x;\n"));

        assertThat(failure.line()).isEqualTo(3);
        assertThat(one("select count(*) from pg_class where relname = 't'")).isEqualTo("0");
    }

    @Test
    void aLongStatementIsCutInTheMessage() throws Exception {
        assertThat(failure(run("select nonsense, '" + "x".repeat(100_000) + "'"))
                        .sql())
                .hasSizeLessThan(500);
    }

    @Test
    void settingsOfOneFileDoNotReachTheNext() throws Exception {
        Path first = folder.resolve("1.sql");
        Files.writeString(
                first,
                "select set_config('search_path', '', false); create temp table x (id int); set lock_timeout = 1");
        Path second = folder.resolve("2.sql");
        Files.writeString(second, "create table t (id int); create table x (id int)");
        try (Connection connection = database.open(OWNER)) {
            assertThat(new SqlRunner(connection)
                            .apply(List.of(new Revision("1", first, null), new Revision("2", second, null)))
                            .complete())
                    .isTrue();
        }
        assertThat(one("select count(*) from pg_class where relnamespace = 'public'::regnamespace"))
                .isEqualTo("2");
    }

    @Test
    void whatComesAfterAFailureIsNotTried() throws Exception {
        Path good = folder.resolve("1.sql");
        Files.writeString(good, "create table a (id int)");
        Path bad = folder.resolve("2.sql");
        Files.writeString(bad, "create table a (id int)");
        try (Connection connection = database.open(OWNER)) {
            MigrationRun run = new SqlRunner(connection)
                    .apply(List.of(
                            new Revision("1", good, null),
                            new Revision("2", bad, null),
                            new Revision("3", good, null)));

            assertThat(run.steps())
                    .extracting(MigrationRun.Step::state)
                    .containsExactly(MigrationRun.State.APPLIED, MigrationRun.State.FAILED, MigrationRun.State.PENDING);
            assertThat(run.complete()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                create function f(a int) returns int language sql begin atomic select case a when 1 then 2 else 3 end; select a; end;
                create function g() returns text language plpgsql as $f$ begin return ';' || $$;$$; end; $f$;
                """, """
                create table a (id int primary key, t text default 'a;''b', c text check (c <> E'\\';'));
                create table b (id int);
                create rule r as on insert to a do also (insert into b values (new.id); delete from b where id < 0);
                comment on table a is $c$it's; $$ a /* comment */ -- here$c$;
                """, """
                /* head /* nested; */ still */ create table "a;b" (id int, "--x" int); -- tail; more
                create view v as select 1--1
                as one, 2/*;*/as two;
                create domain d as text check (value ~ '^[a-z;]+$');
                """, """
                create procedure p() language sql begin atomic select 1; end;
                create type m as enum ('a;', 'b'); create table t (m m default 'a;', e jsonb default '{";": 1}');
                create index i on t ((e ->> ';')) where m > 'a;';
                """})
    void statementByStatementGivesTheSameSchemaAsTheWholeAtOnce(String script) throws Exception {
        assertApplied(run(script));
        Database whole = databases.create(OWNER);
        // In simple mode the driver does not split the script itself.
        String url = TestServers.adminUrl(TestServers.shared(), whole) + "&preferQueryMode=simple";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("set session authorization " + OWNER);
            statement.execute(script);
        }

        assertThat(fingerprint(database)).isEqualTo(fingerprint(whole));
    }

    private static String fingerprint(Database database) throws SQLException {
        try (Connection connection = database.open()) {
            return Fingerprint.of(CatalogReader.read(connection, List.of("public")));
        }
    }
}
