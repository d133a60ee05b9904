package org.pgassay.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pg_dump and psql scripts hold beside SQL: rows behind COPY, and the commands around a dump. */
class SqlRunnerCopyTest extends ScriptFixture {

    private static final String ROWS = "select string_agg(concat('[', a, ']'), ' ' order by a) from t";

    @Test
    void rowsBehindCopyAreLoadedAndNotReadAsSql() throws Exception {
        MigrationRun.Step step = run("""
                create table t (a text, b text);
                COPY public.t (a, b) FROM stdin;
                it's "\t$$ /* ; -- '
                drop table t;\tE'\\\\\\\\x
                \\N\tBEGIN; ünï 😀
                \\.

                insert into t values ('z', 'after');
                """);

        assertApplied(step);
        assertThat(step.statements()).isEqualTo(3);
        assertThat(one(ROWS)).isEqualTo("[drop table t;] [it's \"] [z] []");
        assertThat(one("select b from t where a is null")).isEqualTo("BEGIN; ünï 😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy t from stdin;\nx\ny\n",
                "copy t from stdin;\nx\ny",
                "copy t from stdin;\nx\ny\n\\.",
                "copy t from stdin;\r\nx\r\ny\r\n\\.\r\n",
                "copy t(a) from stdin with (format csv, header);\na\n\"x\"\ny\n\\.\nselect 1;\n",
                "copy t from stdout /* ; */ ; -- tail;\nx\ny\n\\.\nselect 1;\n",
                "COPY \"t\" FROM STDIN DELIMITER ';' ;\nx\ny\n\\.\n",
                "copy t from stdin; /* none */\n\\.\ninsert into t values ('x'), ('y')",
                "insert into t values ('x'), ('y'); copy t from stdin",
                "begin;\ncopy t from stdin;\nx\n\\.\ncopy t from stdin;\ny\n\\.\ncommit;\n"
            })
    void rowsEndAsTheyDoForPsql(String script) throws Exception {
        assertApplied(run("create table t (a text); " + script));
        assertThat(one(ROWS)).isEqualTo("[x] [y]");
    }

    @Test
    void aFaultyRowIsNamedWithItsLineAndNothingAfterItRuns() throws Exception {
        MigrationRun.Failure failure = failure(run("""
                create table t (a int primary key, b text);
                -- the rows
                copy t (a, b)
                  from stdin;
                1\tone
                two\tsecret
                3\tthree
                \\.
                create table after (id int);
                """));

        assertThat(failure.file()).endsWith("1.sql");
        assertThat(failure.line()).isEqualTo(6);
        assertThat(failure.statement()).isEqualTo(2);
        assertThat(failure.sql()).isEqualTo("copy t (a, b)\n  from stdin");
        assertThat(failure.message())
                .isEqualTo("ERROR 22P02: invalid input syntax for type integer: \"two\""
                        + " Context: COPY t, line 2, column a: \"two\"");
        assertThat(one("select count(*) from t")).isEqualTo("0");
        assertThat(one("select to_regclass('after') is null")).isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\n2\n", "1\n2\r\n", "1\n1\n", "1\n-1\n", "1\n\n", "1\n2\t3\n", "1\n\\N\n"})
    void anyFaultOfARowIsAtIt(String rows) throws Exception {
        MigrationRun.Step step = run("create table t (a int primary key check (a > 0));\ncopy t from stdin;\n" + rows);

        if (rows.equals("1\n2\n")) {
            assertApplied(step);
        } else {
            assertThat(failure(step).line()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy t from stdin;\none\\\ntwo\t1\nthree\tx\n\\.\n",
                "copy t from stdin;\n\\\\\t1\n\\N\t2\nthree\tx\n\\.\n",
                "copy t from stdin (format csv, header);\na,b\n\"\n\",x\n\\.\n",
                "copy t from stdin csv header;\na,b\none\\,1\nthree,x\n\\.\n"
            })
    void rowsOfSeveralLinesAreCounted(String script) throws Exception {
        MigrationRun.Failure failure = failure(run("create table t (a text, b int);\n" + script));

        assertThat(failure.line()).isEqualTo(5);
        assertThat(failure.message()).contains("22P02").contains("column b: \"x\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET client_encoding = 'LATIN1'",
                "set session client_encoding to latin1",
                "set local client_encoding=\"latin1\"",
                "set\n names 'LATIN1'"
            })
    void anEncodingThatTheFileIsNotInIsRefused(String statement) throws Exception {
        MigrationRun.Failure failure = failure(run("select 1;\n" + statement + ";\nselect 2;"));

        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.message()).containsIgnoringCase("it is in LATIN1").contains("Convert it to UTF-8");
    }

    @Test
    void theEncodingOfTheFileMayBeSet() throws Exception {
        assertApplied(run("set client_encoding = 'UTF8'; set client_encoding to 'utf-8'; set names 'UTF8';"
                + " set client_encoding to default; set session client_encoding = unicode; reset client_encoding;"));
    }

    @Test
    void aFaultOfTheStatementIsAtTheStatement() throws Exception {
        assertThat(failure(run("select 1;\ncopy\n t from stdin;\n1\n\\.\n")).message())
                .isEqualTo("ERROR 42P01: relation \"t\" does not exist");
        MigrationRun.Failure failure =
                failure(run("create table t (a int);\ncopy t\n (a, a) from stdin;\n1\n\\.\ncreate table u (a int);"));

        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.message()).startsWith("ERROR 42701:");
        assertThat(one("select to_regclass('u') is null")).isEqualTo("t");
    }

    @Test
    void aConstraintThatIsCheckedAtTheEndFailsTheStatement() throws Exception {
        String script = """
                create table p (a int primary key); create table t (a int references p);
                copy t from stdin;
                1
                2
                \\.
                """;

        assertThat(failure(run(script)).line()).isEqualTo(2);
    }

    @Test
    void rowsInATransactionThatFailsAreTakenBack() throws Exception {
        MigrationRun run = runAll(
                "create table t (a int)", "begin;\ncopy t from stdin;\n1\nx\n\\.\ncommit;\n", "create table u (a int)");

        assertThat(run.steps())
                .extracting(MigrationRun.Step::state)
                .containsExactly(MigrationRun.State.APPLIED, MigrationRun.State.FAILED, MigrationRun.State.PENDING);
        assertThat(one("select count(*) from t")).isEqualTo("0");
    }

    @Test
    void aMissingEndTakesTheRestOfTheFileAsRowsAsPsqlDoes() throws Exception {
        MigrationRun.Failure failure = failure(
                run("create table t (a int, b int);\ncopy t from stdin;\n1\t2\ncreate table u (a int);\nselect 1;\n"));

        assertThat(failure.line()).isEqualTo(4);
        assertThat(one("select to_regclass('u') is null")).isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy t from stdin; select 1;\n1\n\\.\n",
                "copy t from stdin; /* open\n1\n\\.\n*/",
                "copy t from stdin; 'open\n1\n\\.\n';",
                "copy t from stdin; commit;\n1\n\\.\n"
            })
    void sqlBetweenCopyAndItsRowsIsRefused(String script) throws Exception {
        MigrationRun.Failure failure = failure(run("create table t (a int);\n" + script));

        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.message()).contains("COPY … FROM stdin").contains("a line of its own");
        assertThat(one("select to_regclass('t') is null")).isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"copy t to stdout;", "COPY (select a from t) TO STDOUT (format csv);", "copy t (a) to stdin"})
    void copyToStdoutIsRefused(String statement) throws Exception {
        MigrationRun.Failure failure = failure(run("create table t (a int);\n" + statement));

        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.statement()).isEqualTo(2);
        assertThat(failure.message()).contains("TO stdout").contains("Take it out");
    }

    @Test
    void copyOfFilesIsTheServersAffair() throws Exception {
        assertThat(failure(run("create table t (a int); copy t from '/nowhere' where a is distinct from 1"))
                        .message())
                .startsWith("ERROR 42501:");
    }

    @Test
    void binaryRowsAreRefused() throws Exception {
        MigrationRun.Failure failure =
                failure(run("create table t (a int);\ncopy t from stdin (format binary);\nPGCOPY\n\\.\n"));

        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.message()).contains("binary").contains("CSV");
    }

    @Test
    void whoMayNotInsertMayNotCopy() throws Exception {
        databases.ensureRole("runner_other");
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (a int); create table open (a int); grant insert on open to " + OWNER);
        }

        assertApplied(run("copy open from stdin;\n1\n\\.\n"));
        assertThat(failure(run("copy t from stdin;\n1\n\\.\n")).message()).startsWith("ERROR 42501:");
        assertThat(one("select count(*) from open")).isEqualTo("1");
    }

    @Test
    void aTriggerThatFloodsWithNoticesDoesNotStopManyRows() throws Exception {
        assertApplied(run("""
                create table t (a int);
                create function f() returns trigger language plpgsql as $$ begin
                  raise notice '% %', new.a, repeat('x', 300); return new; end $$;
                create trigger n before insert on t for each row execute function f();
                copy t from stdin;
                """ + "7\n".repeat(30_000) + "\\.\nselect 1;\n"));
        assertThat(one("select count(*) from t")).isEqualTo("30000");
    }

    @Test
    void anErrorAmongManyRowsIsFound() throws Exception {
        String script = "create table t (a int);\ncopy t from stdin;\n" + "7\n".repeat(70_000) + "x\n"
                + "8\n".repeat(70_000) + "\\.\n";

        assertThat(failure(run(script)).line()).isEqualTo(70_003);
    }

    @Test
    void theCommandsAroundADumpDoNothing() throws Exception {
        MigrationRun.Step step = run("""
                --
                -- PostgreSQL database dump
                --

                \\restrict a1B2c3

                SET client_encoding = 'UTF8';
                SELECT pg_catalog.set_config('search_path', '', false);
                CREATE TABLE public.t (a text);
                COPY public.t (a) FROM stdin;
                \\\\restrict x
                \\.

                \\unrestrict a1B2c3

                """);

        assertApplied(step);
        assertThat(step.statements()).isEqualTo(4);
        assertThat(one(ROWS)).isEqualTo("[\\restrict x]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\restrict",
                "\\restrict a b",
                "\\restrict a; drop table t",
                "\\restrict 'a'",
                "\\restrictx a",
                "\\unrestrict a",
                "\\unrestrict",
                "\\connect other",
                "\\set ON_ERROR_STOP on",
                "\\! true",
                "\\.",
                "\\copy t from stdin\nit's; a row\n\\."
            })
    void anyOtherCommandOfPsqlIsRefusedAtItsLine(String command) throws Exception {
        MigrationRun.Failure failure = failure(run("select 1;\n\n" + command + "\nselect 2;\n"));

        assertThat(failure.line()).isEqualTo(3);
        assertThat(failure.statement()).isEqualTo(2);
        assertThat(failure.message()).contains("psql");
    }

    @Test
    void theTokensMustMatchAsForPsql() throws Exception {
        assertThat(failure(run("\\restrict a\n\\unrestrict b\n")).line()).isEqualTo(2);
        assertThat(failure(run("\\restrict a\n\\restrict a\n")).line()).isEqualTo(2);
        assertApplied(run("\\restrict a\n\\unrestrict a\n\\restrict b\r\n\\unrestrict b\r\nselect 1"));
    }
}
