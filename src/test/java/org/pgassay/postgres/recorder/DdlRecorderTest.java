package org.pgassay.postgres.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.migration.log.DdlLog;
import org.pgassay.migration.log.DdlLog.Event;

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
            assertThat(Recording.of(log, Event.PART)).startsWith("ALTER TABLE column public.children.five");
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
}
