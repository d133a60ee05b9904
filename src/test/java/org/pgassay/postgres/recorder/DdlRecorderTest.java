package org.pgassay.postgres.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.migration.log.DdlLog;
import org.pgassay.migration.log.DdlLog.Event;
import org.pgassay.postgres.catalog.ScratchDatabase;

class DdlRecorderTest {

    private static final String TABLES = """
            create table parents (id bigint primary key);
            create table children (id bigint primary key, parent bigint, note text);
            """;

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void aRewriteTakesTheStrongestLockAndADefaultDoesNotRewrite(int major) throws SQLException {
        try (Recording recording = new Recording(major, TABLES)) {
            DdlLog log = recording
                    .run("alter table children add column five int default 5")
                    .run("alter table children alter column id type numeric")
                    .finish();

            assertThat(log.gap()).isEmpty();
            assertThat(Recording.of(log, Event.REWRITE)).containsExactly("ALTER TABLE table public.children");
            assertThat(Recording.locks(log)).contains("public.children AccessExclusiveLock");
            assertThat(Recording.of(log, Event.PART)).contains("ALTER TABLE column public.children.five");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void aForeignKeyScansWhatItIsPutOnAndLocksBoth(int major) throws SQLException {
        try (Recording recording = new Recording(major, TABLES)) {
            DdlLog log = recording
                    .run("alter table children add foreign key (parent) references parents")
                    .finish();

            assertThat(Recording.locks(log))
                    .contains("public.children ShareRowExclusiveLock", "public.parents ShareRowExclusiveLock");
            assertThat(Recording.scans(log)).contains("public.children");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void scansAreThoseOfTheCommandAndNotOfWhatRanBefore(int major) throws SQLException {
        try (Recording recording = new Recording(major, TABLES)) {
            DdlLog log = recording
                    .run("update children set note = 'x'")
                    .run("select count(*) from children")
                    .run("alter table children add column more text")
                    .run("begin")
                    .run("update children set note = 'x'")
                    .run("alter table children add column most text")
                    .run("alter table children alter column note set not null")
                    .run("commit")
                    .finish();

            assertThat(Recording.scans(log)).containsExactly("public.children");
            assertThat(log.scanned().get(0).sequence())
                    .isGreaterThan(log.entries().stream()
                            .filter(entry -> entry.identity().endsWith(".most"))
                            .findFirst()
                            .orElseThrow()
                            .sequence());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void anIndexBuiltConcurrentlySpansTransactions(int major) throws SQLException {
        try (Recording recording = new Recording(major, TABLES)) {
            DdlLog log = recording
                    .run("create index concurrently one on children (parent)")
                    .run("create index two on children (note)")
                    .run("drop index concurrently one")
                    .finish();

            assertThat(log.gap()).isEmpty();
            assertThat(log.entries().stream()
                            .filter(entry -> entry.event() == Event.COMMAND)
                            .filter(entry -> entry.tag().equals("CREATE INDEX"))
                            .map(entry -> entry.identity() + " " + entry.detail()))
                    .containsExactly("public.one several transactions", "public.two ");
            assertThat(Recording.of(log, Event.DROP)).containsExactly("DROP INDEX index public.one");
            assertThat(Recording.locks(log)).contains("public.children ShareLock");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void nothingOfItStaysAndTheSchemaIsTheSame(int major) throws SQLException {
        String everything = ScratchDatabase.everything();
        String fingerprint;
        try (Recording plain = new Recording(major, "select")) {
            plain.finish();
            plain.run(everything);
            fingerprint = plain.fingerprint();
        }
        try (Recording recording = new Recording(major, "select")) {
            recording.run(everything);
            DdlLog log = recording.finish();

            assertThat(log.gap()).isEmpty();
            assertThat(recording.fingerprint()).isEqualTo(fingerprint);
            assertThat(recording.value("select count(*) from pg_event_trigger where evtname ~ '^pgassay'"))
                    .isEqualTo("0");
            assertThat(recording.value("select count(*) from pg_trigger where tgname ~ '^pgassay'"))
                    .isEqualTo("0");
            assertThat(recording.value("select count(*) from pg_namespace where nspname ~ '^pgassay'"))
                    .isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aMigrationMayDoWhatItLikesWithItsSession(int major) throws SQLException {
        String role = "recorded_" + major;
        try (Recording recording = new Recording(major, "drop role if exists " + role + "; create role " + role)) {
            DdlLog log = recording
                    .run("create schema app authorization " + role)
                    .run("set search_path = app, pg_temp")
                    .run("set role " + role)
                    .run("create table first (id serial primary key)")
                    .run("do $$ begin create table second (id int); execute 'create index on second (id)'; end $$")
                    .run("create function makes() returns void language plpgsql as $$ begin"
                            + " create temp table passing (id int); drop table passing; end $$")
                    .run("select makes()")
                    .run("reset role")
                    .run("discard all")
                    .run("set session_replication_role = replica")
                    .run("create table app.third (id int)")
                    .run("delete from app.third")
                    .run("drop owned by " + role + " cascade")
                    .run("create table parted (id int) partition by range (id)")
                    .run("create table parted_1 partition of parted for values from (0) to (10)")
                    .run("create index on parted (id)")
                    .finish();

            assertThat(log.gap()).isEmpty();
            assertThat(Recording.of(log, Event.COMMAND))
                    .contains(
                            "CREATE TABLE table app.first",
                            "CREATE TABLE table app.second",
                            "CREATE INDEX index app.second_id_idx",
                            "CREATE TABLE table app.third",
                            "CREATE TABLE table public.parted_1");
            assertThat(Recording.of(log, Event.ROWS)).containsExactly("DELETE table app.third");
            assertThat(Recording.of(log, Event.DROP)).contains("DROP OWNED table app.first");
            assertThat(Recording.of(log, Event.PART)).contains("CREATE INDEX index public.parted_1_id_idx");
            recording.run("drop role " + role);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatTheSessionRemembersIsItsOwn(int major) throws SQLException {
        try (Recording recording = new Recording(major, "create table t (id int generated always as identity)")) {
            recording.run("insert into t default values").run("create table u (id int)");

            assertThat(recording.value("select lastval()")).isEqualTo("1");
            recording.finish();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void eventTriggersOfTheMigrationsDoNotSeeTheRecorder(int major) throws SQLException {
        try (Recording recording = new Recording(major, "select")) {
            recording
                    .run("create table seen (what text)")
                    .run("create function see() returns event_trigger language plpgsql as $$ begin"
                            + " insert into public.seen values (tg_event || ' ' || tg_tag); end $$")
                    .run("create event trigger aaa on ddl_command_end execute function see()")
                    .run("create event trigger zzz on sql_drop execute function see()")
                    .run("alter event trigger zzz enable always")
                    .run("create table t (id int)")
                    .finish();

            assertThat(recording.value("select string_agg(what, ',') from seen"))
                    .isEqualTo("ddl_command_end CREATE TABLE");
            assertThat(recording.value("select string_agg(evtname || evtenabled::text, ',' order by evtname)"
                            + " from pg_event_trigger"))
                    .isEqualTo("aaaO,zzzA");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aLogThatCannotBeWholeSaysSo(int major) throws SQLException {
        try (Recording recording = new Recording(major, "select")) {
            assertThat(recording
                            .run("drop schema pgassay_recorder cascade")
                            .finish()
                            .gap())
                    .isEqualTo("the migrations dropped the recorder");
        }
        try (Recording recording = new Recording(major, "select")) {
            assertThat(recording
                            .run("alter event trigger pgassay_recorder_end disable")
                            .run("create table t (id int)")
                            .finish()
                            .gap())
                    .isEqualTo("the migrations dropped or disabled the event trigger pgassay_recorder_end");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatIsRolledBackDidNotHappen(int major) throws SQLException {
        try (Recording recording = new Recording(major, "select")) {
            DdlLog log = recording
                    .run("begin")
                    .run("create table kept (id int)")
                    .run("savepoint s")
                    .run("create table lost (id int)")
                    .run("rollback to s")
                    .run("commit")
                    .finish();

            assertThat(log.gap()).isEmpty();
            assertThat(Recording.of(log, Event.COMMAND)).containsExactly("CREATE TABLE table public.kept");
        }
    }
}
