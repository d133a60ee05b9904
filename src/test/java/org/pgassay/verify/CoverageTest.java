package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.verify.Coverage.Figures;
import org.pgassay.verify.Coverage.Unspoken;

/** Each object counts once: as specified, ruled, waived or unspoken. */
class CoverageTest {

    private static final String SPEC = """
            tables:
              a:
                columns: {id: int primary key, x: int, gone: absent}
                indexes: {ix_a: (x)}
            rules: {primary-key-required: true}
            closed: [views]
            waivers:
              - {check: view/closed, subject: v, reason: later, approvedBy: K. Berg, expires: 2026-03-31}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Coverage coverage(String today, List<String> only) {
        Report report = new Trial(folder)
                .migration("001.sql", """
                        create table a (id int primary key, x int, y serial);
                        create index ix_a on a (x);
                        create table b (id int primary key, z int);
                        create index ix_b on b (z);
                        create view v as select 1 as one;
                        create function f(n int) returns int language sql as 'select n';
                        """)
                .verify(
                        SPEC,
                        VerifyOptions.defaults()
                                .at(Clock.fixed(Instant.parse(today + "T12:00:00Z"), ZoneOffset.UTC))
                                .checking(CheckFilter.of(only), VerifyOptions.Shard.WHOLE));
        return Objects.requireNonNull(report.coverage());
    }

    @Test
    void everyObjectCountsForTheFirstThatIsTrueOfIt() {
        Coverage coverage = coverage("2026-03-31", List.of());

        assertThat(coverage.byKind())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "schema", new Figures(1, 1, 0, 0, 0),
                        "table", new Figures(2, 1, 1, 0, 0),
                        "column", new Figures(5, 2, 0, 0, 3),
                        "constraint", new Figures(2, 1, 0, 0, 1),
                        "index", new Figures(2, 1, 0, 0, 1),
                        "view", new Figures(1, 0, 0, 1, 0),
                        "function", new Figures(1, 0, 0, 0, 1)));
        assertThat(coverage.all()).isEqualTo(new Figures(14, 6, 1, 1, 6));
        assertThat(coverage.list())
                .containsExactly(
                        new Unspoken("column", "a.y"),
                        new Unspoken("column", "b.id"),
                        new Unspoken("column", "b.z"),
                        new Unspoken("index", "ix_b"),
                        new Unspoken("constraint", "b.b_pkey"),
                        new Unspoken("function", "f(integer)"));
    }

    @Test
    void whatAnExpiredWaiverWasForIsUnspoken() {
        assertThat(coverage("2026-04-01", List.of()).byKind()).containsEntry("view", new Figures(1, 0, 0, 0, 1));
    }

    @Test
    void checksThatWereLeftOutSpeakOfNothing() {
        Coverage coverage = coverage("2026-03-31", List.of("index/*"));

        assertThat(coverage.all()).isEqualTo(new Figures(14, 1, 0, 0, 13));
        assertThat(coverage.byKind()).containsEntry("index", new Figures(2, 1, 0, 0, 1));
    }
}
