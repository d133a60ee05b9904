package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.check.plan.PlanFamily;
import org.pgassay.report.ReportFormat;
import org.pgassay.report.ReportWriter;

/** A spec with all kinds of plan checks has the same report in each of twenty runs. */
@Tag("long")
class TwentyRunsTest {

    private static final int RUNS = 20;

    private static final String TABLES = """
            create table customers (id bigint primary key, email text not null);
            create table orders (id bigint not null, customer_id bigint not null references customers, placed_at date not null,
              state text not null, total numeric not null, primary key (id, placed_at)) partition by range (placed_at);
            create table orders_2024 partition of orders for values from ('2024-01-01') to ('2025-01-01');
            create table orders_2025 partition of orders for values from ('2025-01-01') to ('2026-01-01');
            create index ix_orders_customer on orders (customer_id, placed_at);
            create table jobs (id bigint primary key, kind text not null, state text not null, made timestamptz not null);
            create index ix_jobs_open on jobs (kind, made) where state = 'open';
            """;

    private static final String SPEC = """
            spec: twenty-runs
            migrations: {runner: sql, path: migrations}
            queryPlans:
              claim:
                sql: select id from jobs where kind = :kind and state = 'open' order by made limit 1 for update skip locked
                params: {kind: mail}
                at: {jobs: {rows: 50_000_000, columns: {kind: {distinct: 20}, state: {common: {done: 0.99, open: 0.01}}, made: {range: [2020-01-01, 2026-01-01], correlation: 0.9}}}}
                expect: {uses: ix_jobs_open, no: [seq-scan, disk-spill], maxCost: 5000, maxRows: 100_000, locks: for update skip locked}
                grows: {rows: [1e3, 1e5, 1e7], cost: linear}
                measure: {rows: 50_000}
                servable: true
              orders-of-customer:
                sql: >-
                  select c.email, o.total from customers c join orders o on o.customer_id = c.id
                  where c.id = :customer and o.placed_at >= date '2025-06-01'
                params: {customer: 4711}
                at:
                  customers: {rows: 2_000_000}
                  orders:
                    rows: 50_000_000
                    columns: {customer_id: {distinct: 2_000_000}, placed_at: {range: [2024-01-01, 2025-12-31]}, state: {distinct: 3}}
                expect: {uses: ix_orders_customer, no: [sort], joins: [c, o], joinType: nested-loop, prunes: {orders: 1 of 2}}
                measure: {rows: 50_000}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** What may differ: the day, the machine, and how long it took. */
    private static String comparable(Path file) throws IOException {
        ObjectNode report = (ObjectNode) new ObjectMapper().readTree(Files.readString(file));
        assertThat(report.has("timings")).isTrue();
        report.remove(Arrays.asList("environment", "timings"));
        return report.toPrettyString();
    }

    @Test
    void allKindsOfPlanCheckSayTheSameInEachRun() throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/001.sql"), TABLES);
        Path file = Files.writeString(folder.resolve("spec.yaml"), SPEC);
        String first = "";
        for (int run = 0; run < RUNS; run++) {
            Path reports = folder.resolve("reports" + run);
            try (ServerPool servers = new ServerPool()) {
                Timings timings = new Timings();
                Report report = new Verifier(servers, VerifyOptions.defaults().measuring(200_000), words -> {})
                        .verify(Families.reader().read(file), timings);
                if (run == 0) {
                    assertThat(report.results().stream()
                                    .map(each -> each.finding().check())
                                    .distinct())
                            .containsAll(new PlanFamily()
                                    .kinds().stream().map(kind -> kind.id()).toList());
                    assertThat(report.verdict()).as(report.results().toString()).isEqualTo(Report.Overall.VERIFIED);
                }
                new ReportWriter(reports, ReportFormat.parse("json")).write(report, timings);
            }
            String found = comparable(reports.resolve("twenty-runs/report.json"));
            first = run == 0 ? found : first;
            assertThat(found).as("run " + (run + 1)).isEqualTo(first);
        }
        assertThat(first).contains("Actual Rows").contains("Shared Blocks");
    }
}
