package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.spec.SpecException;

/** Partitioned tables are what a spec states of them. */
class PartitionsTest {

    private static final String EVENTS = """
            create schema app;
            create table far (id int primary key);
            create table events (
              id int generated always as identity, at date not null default current_date, far int references far (id),
              kind varchar(10) check (kind in ('a', 'b')), primary key (id, at)
            ) partition by range (at);
            create index ix_events_kind on events (kind);
            create function touch() returns trigger language plpgsql as 'begin return new; end';
            create trigger trg after insert on events for each row execute function touch();
            create table events_2025 partition of events for values from ('2025-01-01') to ('2026-01-01');
            create table app.events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
            create table "Rest" partition of events default;
            """;

    private static final String STATED = """
            schemas: [public, app]
            partitions:
              events:
                by: range (at)
                of:
                  events_2025: for values from ('2025-01-01') to ('2026-01-01')
                  app.events_2026: for values from ('2026-01-01') to ('2027-01-01')
                default: Rest
                gaps: none
                alike: true
                closed: true
            """;

    @TempDir
    private Path folder;

    private List<String> failures(int major, String sql, String yaml) {
        return Trial.failures(report(major, sql, yaml));
    }

    private Report report(int major, String sql, String yaml) {
        return new Trial(folder)
                .migration("1.sql", sql)
                .verify(yaml, VerifyOptions.defaults().onPostgres(major));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void holdAsStated(int major) {
        assertThat(failures(major, EVENTS, STATED)).isEmpty();
        assertThat(failures(major, EVENTS, STATED + "closed: partitions\n")).isEmpty();
        assertThat(failures(
                        major,
                        EVENTS,
                        STATED + "tables: {events: {columns: {at: date not null default current_date}}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            by: range (at)                        | by: range (id)                        | FAILED partition/key events
            by: range (at)                        | by: list (at)                         | FAILED partition/key events
            from ('2026-01-01') to ('2027-01-01') | from ('2026-01-01') to ('2026-12-31') | FAILED partition/bound app.events_2026
            from ('2026-01-01') to ('2027-01-01') | from ('1.1.2026') to ('Jan 1 2027')   | ``
            default: Rest                         | default: none                         | FAILED partition/closed "Rest", FAILED partition/default events
            default: Rest                         | default: events_2025                  | FAILED partition/closed "Rest", FAILED partition/default events
            app.events_2026                       | events_2026                           | FAILED partition/bound events_2026, FAILED partition/closed app.events_2026
            """)
    void differInEveryDetail(String from, String to, String failures) {
        String yaml = STATED.replace(from, to);
        if (to.startsWith("by: list") || to.startsWith("by: range (id)")) {
            yaml = yaml.replaceAll("(?m)^    of:\n(      .*\n)+", "").replace("    closed: true\n", "");
        }

        for (int major : List.of(14, 18)) {
            assertThat(String.join(", ", failures(major, EVENTS, yaml))).isEqualTo(failures);
        }
    }

    @Test
    void ofOtherTablesAreNone() {
        String sql = EVENTS + "create table other (at date) partition by list (at);"
                + "create table lone (at date); alter table events detach partition events_2025;"
                + "alter table other attach partition lone for values in ('2025-01-01');";

        assertThat(failures(18, sql, STATED)).containsExactlyInAnyOrder("FAILED partition/bound events_2025");
        assertThat(failures(18, sql, STATED + "closed: partitions"))
                .containsExactlyInAnyOrder("FAILED partition/bound events_2025", "FAILED partition/closed lone");
        assertThat(
                        failures(
                                18,
                                sql,
                                "partitions: {far: {by: list (id)}, none: {by: list (id), default: none, alike: true, gaps: none, closed: true}}"))
                .containsExactlyInAnyOrder(
                        "FAILED partition/key far",
                        "FAILED partition/key \"none\"",
                        "FAILED partition/default \"none\"",
                        "VACUOUS partition/alike \"none\"",
                        "VACUOUS partition/gaps \"none\"",
                        "VACUOUS partition/closed \"none\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            date        | '2025-01-01' | '2025-02-01' | '2025-02-01' | '2025-03-01' | ``
            date        | '2025-01-01' | '2025-01-31' | '2025-02-01' | '2025-03-01' | from 2025-01-31 (where p1 ends) to 2025-02-01 (where p2 begins)
            timestamptz | '2025-01-01 00:00+01' | '2025-02-01 00:00+01' | '2025-01-31 23:00+00' | '2025-03-01' | ``
            int         | -10 | 0  | 0  | 10       | ``
            int         | 2   | 9  | 10 | 11       | from 9 (where p1 ends) to 10 (where p2 begins)
            numeric     | 1   | 2.50 | 2.5 | 3     | ``
            text        | minvalue | 'm' | 'm' | maxvalue | ``
            text        | minvalue | 'm' | 'n' | maxvalue | from m (where p1 ends) to n (where p2 begins)
            """)
    void leaveNoGap(String type, String from1, String to1, String from2, String to2, String gap) {
        String sql = "create table p (k " + type
                + ") partition by range (k);create table p1 partition of p for values from ("
                + from1 + ") to (" + to1 + ");create table p2 partition of p for values from (" + from2 + ") to (" + to2
                + ");";
        Report report = report(18, sql, "partitions: {p: {gaps: none}}");

        assertThat(Trial.failures(report)).isEqualTo(gap.isEmpty() ? List.of() : List.of("FAILED partition/gaps p"));
        assertThat(Trial.finding(report, "partition/gaps", "p").message()).contains(gap);
    }

    @Test
    void byListLeaveNoTellableGap() {
        String sql =
                "create table p (k int) partition by list (k); create table p1 partition of p for values in (1, 2);";

        assertThat(failures(18, sql, "partitions: {p: {gaps: none, of: {p1: 'for values in (2, 1)'}}}"))
                .contains("UNVERIFIED partition/gaps p");
        assertThat(failures(14, sql, "partitions: {p: {gaps: allowed, of: {p1: 'for values in (1, 2)'}}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            alter table events_2025 alter at set default '2025-01-01'          | column at is
            alter table events_2025 alter kind set not null                    | column kind is
            alter table events_2025 add check (id > 0)                         | is not its parent's
            create index on events_2025 (kind)                                 | index USING btree (kind) is not its parent's
            create index on events_2025 (far)                                  | index USING btree (far) is not its parent's
            create index ix_only on only events (far)                          | is not attached
            alter table events_2025 disable trigger trg                        | trigger trg is DISABLED instead of ORIGIN
            create trigger own after insert on events_2025 execute function touch() | trigger own is not its parent's
            alter table events_2025 enable row level security                  | row security is enabled on it alone
            alter table events_2025 force row level security                   | row security is forced
            create policy p on events_2025 using (true)                        | policy p is not its parent's
            create role pgassay_parts_other; alter table events_2025 owner to pgassay_parts_other | its owner is pgassay_parts_other
            """)
    void areAlike(String sql, String deviation) {
        for (int major : List.of(14, 18)) {
            String before = sql.startsWith("create role") ? "drop role if exists pgassay_parts_other;" : "";
            Report report = report(major, before + EVENTS + sql, STATED);
            assertThat(Trial.failures(report))
                    .isNotEmpty()
                    .allMatch(each -> each.startsWith("FAILED partition/alike "));
            assertThat(Trial.finding(report, "partition/alike", "events_2025").message())
                    .contains(deviation);
        }
    }

    @Test
    void mayBePartitionedThemselves() {
        String sql = """
                create table p (a int, b int) partition by list (a);
                create table p1 partition of p for values in (1) partition by hash (b);
                create table p1_0 partition of p1 for values with (modulus 2, remainder 0);
                create table p1_1 partition of p1 for values with (modulus 2, remainder 1);
                """;
        String yaml = """
                partitions:
                  p: {by: list (a), of: {p1: for values in (1)}, closed: true, alike: true, default: none}
                  p1:
                    by: hash (b)
                    of: {p1_0: 'for values with (modulus 2, remainder 0)', p1_1: 'for values with (modulus 2, remainder %s)'}
                    alike: true
                closed: partitions
                """;

        assertThat(failures(14, sql, yaml.formatted("1"))).isEmpty();
        assertThat(failures(18, sql.replace("values in (1)", "values in (1, 7)"), yaml.formatted("1")))
                .containsExactly("FAILED partition/bound p1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            by: ranges (at)                        | 5:9  | a partition key is such as
            by: range (at                          | 5:9  | a parenthesis is not closed
            by: range (at) tablespace x            | 5:20 | does not belong behind a partition key
            "by: range (at); drop table events"    | 5:19 | does not belong
            by: range (at,)                        | 5:19 | syntax error
            of: {p1: default}                      | 5:14 | a partition's bound is such as
            of: {p1: "for values from (1, 2)"}     | 5:37 | syntax error
            """)
    void thatAreNoneAreRefusedWhereTheyStand(String stated, String place, String message) {
        assertThatThrownBy(() -> report(18, EVENTS, "partitions:\n  events:\n    " + stated.replaceAll("^\"|\"$", "")))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("spec.yaml:" + place + ":")
                .hasMessageContaining(message);
    }

    @Test
    void thatOverlapAreRefused() {
        String yaml = STATED.replace(
                "('2027-01-01')", "('2027-01-01')\n      x: for values from ('2026-05-01') to ('2028-01-01')");

        assertThatThrownBy(() -> report(18, EVENTS, yaml))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("would overlap");
    }
}
