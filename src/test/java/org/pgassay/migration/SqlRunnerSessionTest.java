package org.pgassay.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations that change their session, or mind their transactions themselves. */
class SqlRunnerSessionTest extends ScriptFixture {

    @Test
    void aRoleThatAFileTakesIsGoneWithIt() throws Exception {
        databases.ensureRole("runner_other");
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("grant runner_other to " + OWNER + "; grant create on schema public to runner_other");
        }

        assertThat(runAll("set role runner_other; create table a (id int);", "create table b (id int);")
                        .complete())
                .isTrue();
        assertThat(one("select string_agg(tablename || ' ' || tableowner, ', ' order by tablename) from pg_tables"
                        + " where schemaname = 'public'"))
                .isEqualTo("a runner_other, b " + OWNER);
    }

    @Test
    void aSearchPathOfOneFileIsNotThatOfTheNext() throws Exception {
        assertThat(runAll("create schema s; set search_path = s; create table a (id int);", "create table b (id int);")
                        .complete())
                .isTrue();
        assertThat(
                        one(
                                "select string_agg(oid::regclass::text, ', ' order by relname) from pg_class where relname in ('a', 'b')"))
                .isEqualTo("s.a, b");
    }

    @Test
    void whatIsCommittedInTheMiddleStaysWhenTheRestFails() throws Exception {
        MigrationRun.Failure failure = failure(run(
                "begin;\ncreate table a (id int);\ncommit;\nbegin;\ncreate table b (id int);\nselect no;\ncommit;"));

        assertThat(failure.line()).isEqualTo(6);
        assertThat(failure.statement()).isEqualTo(6);
        assertThat(one("select to_regclass('a')::text || coalesce(to_regclass('b')::text, '')"))
                .isEqualTo("a");
    }

    @Test
    void anIndexIsNotBuiltConcurrentlyInATransaction() throws Exception {
        MigrationRun.Failure failure =
                failure(run("create table t (id int);\nbegin;\ncreate index concurrently i on t (id);\ncommit;\n"));

        assertThat(failure.line()).isEqualTo(3);
        assertThat(failure.message()).startsWith("ERROR 25001: CREATE INDEX CONCURRENTLY cannot run");
        assertThat(one("select to_regclass('i') is null")).isEqualTo("t");
    }

    @Test
    void aNewValueOfATypeIsUsedOnlyAfterItsTransaction() throws Exception {
        MigrationRun.Failure failure = failure(run("create type m as enum ('a'); create table t (m m);\n"
                + "begin;\nalter type m add value 'b';\ninsert into t values ('b');\ncommit;\n"));

        assertThat(failure.line()).isEqualTo(4);
        assertThat(failure.message()).startsWith("ERROR 55P04: unsafe use of new value \"b\"");
        assertApplied(run("begin;\nalter type m add value 'b';\ncommit;\ninsert into t values ('b');\n"));
        assertThat(one("select m from t")).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void stringsCommentsAndBlocksAreReadAsPostgresReadsThem(String lineEnd) throws Exception {
        String script = """
                /* a; /* nested; ' */ still; */
                create table t (id int generated always as identity, a text);
                insert into t (a) values (E'it\\'s; \\\\'), ('back\\'), (U&'d\\0061t;'), ($a$x; $$ ' $b$ y$a$);
                do $do$
                declare n int;
                begin
                  select count(*) into n from t; -- '
                  execute $q$insert into t (a) values ('n;' || $1)$q$ using n;
                end $do$;
                """;

        assertApplied(run("\uFEFF" + script.replace("\n", lineEnd)));
        assertThat(one("select string_agg(a, '|' order by id) from t"))
                .isEqualTo("it's; \\|back\\|dat;|x; $$ ' $b$ y|n;4");
    }

    @Test
    void aBlockMayCommitOutsideATransactionOnly() throws Exception {
        assertApplied(run("create table t (id int); do $$ begin insert into t values (1); commit; end $$;"));

        MigrationRun.Failure failure =
                failure(run("begin;\ndo $$ begin insert into t values (2); commit; end $$;\ncommit;"));

        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.message()).startsWith("ERROR 2D000:");
        assertThat(one("select count(*) from t")).isEqualTo("1");
    }
}
