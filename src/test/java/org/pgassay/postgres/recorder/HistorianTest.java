package org.pgassay.postgres.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.migration.Revision;
import org.pgassay.migration.log.Historian;
import org.pgassay.migration.log.History;
import org.pgassay.migration.log.History.Act;
import org.pgassay.migration.log.History.Deeds;
import org.pgassay.migration.log.History.Item;
import org.pgassay.migration.log.LockMode;

class HistorianTest {

    private static final String VERSIONS = "create table alembic_version (version_num varchar(32) primary key)";

    private static History history(Recording recording, String... revisions) throws SQLException {
        List<Revision> order = Stream.of(revisions)
                .map(id -> new Revision(id, Path.of(id + ".sql"), null))
                .toList();
        return Historian.of(recording.finish(), order, Set.of("alembic_version"));
    }

    private static Deeds of(History history, String revision) {
        return history.of(revision).orElseThrow();
    }

    private static List<String> acts(Deeds deeds) {
        return deeds.acts().stream().map(Act::what).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void theVersionTableTellsRevisionsApartThatShareATransaction(int major) throws SQLException {
        try (Recording recording = new Recording(major, "select")) {
            recording
                    .run("begin")
                    .run(VERSIONS)
                    .run("create table a (id int)")
                    .run("insert into alembic_version values ('one')")
                    .run("alter table a add column more text")
                    .run("create index a_more on a (more)")
                    .run("update alembic_version set version_num = 'two'")
                    .run("update alembic_version set version_num = 'three'")
                    .run("commit");
            History history = history(recording, "one", "two", "three");

            assertThat(history.gap()).isEmpty();
            assertThat(of(history, "one").made()).containsExactly(new Item("table", "public.a"));
            assertThat(of(history, "one").shared()).isFalse();
            assertThat(of(history, "two").made())
                    .containsExactly(new Item("column", "public.a.more"), new Item("index", "public.a_more"));
            assertThat(of(history, "two").changed()).containsExactly(new Item("table", "public.a"));
            assertThat(of(history, "two").shared()).isTrue();
            assertThat(acts(of(history, "two"))).containsExactly("builds index public.a_more on public.a");
            assertThat(of(history, "three").commands()).isZero();
            assertThat(history.objects())
                    .noneMatch(object -> object.item().identity().contains("alembic"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void locksAreMeasuredWhereEachRevisionHasItsTransaction(int major) throws SQLException {
        try (Recording recording = new Recording(major, VERSIONS)) {
            recording
                    .run("begin; create table a (id int); insert into alembic_version values ('one'); commit")
                    .run("begin; create index on a (id); create table b (id int);"
                            + " update alembic_version set version_num = 'two'; commit")
                    .run("begin; truncate a; drop table b; update alembic_version set version_num = 'three'; commit");
            History history = history(recording, "one", "two", "three");

            assertThat(of(history, "one").locks()).isEmpty();
            assertThat(of(history, "two").locks()).containsExactlyEntriesOf(Map.of("public.a", LockMode.SHARE));
            assertThat(of(history, "three").locks())
                    .containsEntry("public.a", LockMode.ACCESS_EXCLUSIVE)
                    .containsEntry("public.b", LockMode.ACCESS_EXCLUSIVE);
            assertThat(acts(of(history, "three"))).containsExactly("empties public.a", "drops table public.b");
            assertThat(of(history, "three").dropped()).containsExactly(new Item("table", "public.b"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatTwoRevisionsMakeIsKnownThoughOneMadeNothing(int major) throws SQLException {
        try (Recording recording = new Recording(major, "select")) {
            recording
                    .revision("left")
                    .run("create table if not exists shared (id int)")
                    .run("create or replace view v as select 1 as one")
                    .revision("right")
                    .run("create table if not exists public.\"shared\" (id int)")
                    .run("create or replace view v as select 1 as one")
                    .run("create table own (id int)");
            History history = history(recording, "left", "right");

            assertThat(history.makers())
                    .containsOnlyKeys(new Item("table", "public.shared"), new Item("view", "public.v"))
                    .allSatisfy((item, revisions) -> assertThat(revisions).containsExactly("left", "right"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whoFindsAnObjectThereIsToldFromWhoMakesIt(int major) throws SQLException {
        try (Recording recording = new Recording(major, "create schema other")) {
            recording
                    .revision("first")
                    .run("create table shared (id int)")
                    .run("create table other.shared (id int)")
                    .run("create table scratch (id int)")
                    .run("drop table scratch")
                    .revision("second")
                    .run("create table if not exists other.shared (id int)")
                    .run("create table scratch (id int)")
                    .run("drop table scratch")
                    .revision("third")
                    .run("alter table shared add column if not exists id int")
                    .run("drop table other.shared")
                    .run("create table if not exists other.shared (id int)")
                    .run("create table if not exists other.shared (id int)");
            History history = history(recording, "first", "second", "third");

            assertThat(history.makers())
                    .containsEntry(new Item("table", "other.shared"), Set.of("first", "second", "third"))
                    .containsEntry(new Item("column", "public.shared.id"), Set.of("first", "third"))
                    .doesNotContainKeys(new Item("table", "public.shared"), new Item("table", "public.scratch"));
            assertThat(history.repeaters())
                    .containsEntry(new Item("table", "other.shared"), Set.of("second"))
                    .containsEntry(new Item("column", "public.shared.id"), Set.of("third"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void objectsKeepTheirHistoryWhenTheyAreRenamedOrRebuilt(int major) throws SQLException {
        try (Recording recording = new Recording(major, "create table before (id int)")) {
            recording
                    .revision("one")
                    .run("create table a (id int primary key, gone int)")
                    .revision("two")
                    .run("alter table a rename to renamed")
                    .run("alter table renamed alter id type bigint")
                    .run("alter table renamed drop column gone")
                    .run("alter table before add column more int");
            History history = history(recording, "one", "two");

            assertThat(history.objects())
                    .contains(
                            new History.ObjectHistory(new Item("table", "public.renamed"), "one", List.of("two")),
                            new History.ObjectHistory(new Item("table", "public.before"), null, List.of("two")))
                    .noneMatch(object -> object.item().identity().endsWith(".gone"));
            assertThat(of(history, "two").made()).containsExactly(new Item("column", "public.before.more"));
            assertThat(acts(of(history, "two"))).contains("drops column public.renamed.gone");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {18})
    void withoutMarksOrVersionsNobodyKnowsWhoDidWhat(int major) throws SQLException {
        try (Recording recording = new Recording(major, "select")) {
            recording.run("create table a (id int)");

            assertThat(history(recording, "one", "two").gap()).startsWith("which revision did what is not known");
        }
        try (Recording recording = new Recording(major, "select")) {
            recording.run("create table a (id int)");

            assertThat(of(history(recording, "one"), "one").made()).containsExactly(new Item("table", "public.a"));
        }
    }
}
