package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.plan.PlanBook;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.postgres.server.ServerChoice;
import org.pgassay.postgres.server.TestServers;
import org.pgassay.spec.SpecException;

/** Plans at sizes that no test database has: of kontali-erp's queries, and of small schemas. */
class QueryPlansTest {

    private static final Path KONTALI = Path.of("schema-specs/kontali-erp/migrations/001_initial_schema.sql");

    private static final String QUERIES = """
            spec: queues
            migrations: {runner: sql, path: migrations}
            roles: {owner: kontali_owner, application: kontali_app}
            queryPlans:
              claim-next-task:
                as: owner
                sql: select * from agent_tasks where agent_type = :type and status = 'pending' order by priority desc, created_at limit 1 for update skip locked
                params: {type: invoice_parser}
                at: {agent_tasks: {rows: 50_000_000, columns: {status: {common: {done: 0.99, pending: 0.01}}, agent_type: {distinct: 20}}}}
                expect: {uses: ix_agent_tasks_claim, no: [seq-scan, sort], maxCost: 100, locks: for update skip locked}
                grows: {rows: [1e3, 1e5, 1e7, 1e9], cost: logarithmic}
                servable: true
              poll-events:
                as: owner
                sql: select id from agent_events where not processed order by created_at limit 100
                at: {agent_events: {rows: 2e8, columns: {processed: {common: {"true": 0.999, "false": 0.001}}, created_at: {range: [2021-01-01, 2026-01-01], correlation: 0.99}}}}
                expect: {uses: ix_agent_events_unprocessed, no: [seq-scan, sort]}
            """;

    private static final String JOBS = """
            create table jobs (id bigint primary key, kind text not null, status text not null, priority integer not null,
              created_at timestamptz not null);
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Without row security on the owner, whose policies would ask for the figures of tenants too. */
    private Trial kontali(String from, String to) throws IOException {
        String sql = Files.readString(KONTALI).replaceAll("(?m)^alter table +[a-z_]+ +force row level security;$", "");
        assertThat(sql).contains(from);
        return new Trial(folder).migration("001.sql", sql.replace(from, to));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void theQueuesOfKontaliAreServedAtProductionScaleOnEveryVersion(int major) throws IOException {
        Report report = kontali("", "").verify(QUERIES, VerifyOptions.defaults().onPostgres(major));

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.plans().accounts())
                .extracting(PlanBook.Account::query, PlanBook.Account::tier)
                .contains(tuple("claim-next-task", "servable"), tuple("claim-next-task", "chosen"));
        assertThat(report.plans().notMissed()).contains("ix_agent_tasks_status").doesNotContain("ix_agent_tasks_claim");
    }

    @Test
    void anIndexInTheOtherOrderIsReportedAsASort() throws IOException {
        Report report = kontali(
                        "(agent_type, status, priority desc, created_at)", "(agent_type, status, priority, created_at)")
                .verify(QUERIES);

        Finding finding = Trial.finding(report, "plan/avoids", "claim-next-task");
        assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(finding.message()).contains("sorts").contains("agent_tasks.priority DESC, agent_tasks.created_at");
        assertThat(finding.observed()).startsWith("sort: ").contains("Sort");
        assertThat(report.plans().accounts())
                .filteredOn(account -> account.query().equals("claim-next-task"))
                .allSatisfy(account -> assertThat(account.marked()).isNotEmpty());
    }

    @Test
    void aDroppedIndexIsCaughtByName() throws IOException {
        Report report = kontali("""
                create index ix_agent_events_unprocessed on agent_events (processed, created_at)
                  where processed = false;
                """, "").verify(QUERIES);

        assertThat(Trial.failures(report))
                .contains("FAILED plan/chosen poll-events")
                .noneMatch(failure -> failure.contains("claim-next-task"));
        assertThat(Trial.finding(report, "plan/chosen", "poll-events").message())
                .contains("there is no index ix_agent_events_unprocessed");
    }

    @Test
    void theSameSpecGivesTheSameResults() throws IOException {
        Trial trial = kontali("", "");
        Report first = trial.verify(QUERIES);

        for (int run = 0; run < 3; run++) {
            Report next = Trial.verify(folder.resolve("spec.yaml"), VerifyOptions.defaults());
            assertThat(next.results()).isEqualTo(first.results());
            assertThat(next.plans()).isEqualTo(first.plans());
        }
    }

    @Test
    void whatIsNotKnownIsNotGuessed() {
        Report report = new Trial(folder).migration("001.sql", JOBS).verify("""
                queryPlans:
                  by-kind:
                    sql: select id from jobs where kind = 'mail' and created_at > '2026-01-01'
                    at: {jobs: {rows: 1e6}}
                    expect: {maxCost: 1e9}
                  unsized:
                    sql: select id from jobs where id = 1
                    expect: {maxCost: 1e9}
                """);

        Finding gap = Trial.finding(report, "plan/cost", "by-kind");
        assertThat(gap.verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(gap.message()).contains("the values of jobs.kind", "the range of jobs.created_at");
        assertThat(gap.help())
                .startsWith("Add 'at: {jobs: {columns: {")
                .contains("kind: {distinct: N}", "created_at: {range: [LEAST, GREATEST]}");
        assertThat(Trial.finding(report, "plan/cost", "unsized").message()).contains("how many rows jobs has");
    }

    @Test
    void aPlanThatDoesNotReadWhatIsSpokenOfSaysNothing() {
        Report report = new Trial(folder)
                .migration("001.sql", JOBS + "create table others (id bigint primary key);")
                .verify("""
                queryPlans:
                  tableless: {sql: select 1, expect: {no: [seq-scan], maxCost: 10}}
                  elsewhere:
                    sql: select * from jobs where id = 1
                    at: {jobs: {rows: 1e6}}
                    expect: {no: {seq-scan: [others]}}
                  here:
                    sql: select * from jobs where id = 1
                    at: {jobs: {rows: 1e6}}
                    expect: {no: {seq-scan: [jobs]}}
                """);

        assertThat(Trial.failures(report))
                .contains(
                        "VACUOUS plan/avoids tableless", "VACUOUS plan/cost tableless", "VACUOUS plan/avoids elsewhere")
                .noneMatch(failure -> failure.endsWith(" here"));
        assertThat(Trial.finding(report, "plan/avoids", "elsewhere").message()).contains("does not read others");
        assertThat(Trial.finding(report, "plan/avoids", "here").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aPlanIsThatOfTheRoleThatAsks() {
        String sql = JOBS + """
                alter table jobs enable row level security;
                create policy own on jobs using (kind = current_setting('app.kind', true));
                grant select on jobs to app;
                create index ix_jobs_created on jobs (created_at);
                """;
        Report report = new Trial(folder)
                .migration("001.sql", sql)
                .write("roles.sql", "create role app login; alter role app set app.kind = 'mail';")
                .verify("""
                spec: roles
                migrations: {runner: sql, path: migrations}
                roles: {owner: boss, application: app, setup: roles.sql}
                queryPlans:
                  as-application:
                    sql: select id from jobs order by created_at limit 1
                    at: {jobs: {rows: 1e6, columns: {kind: {distinct: 10}}}}
                    expect: {uses: ix_jobs_created}
                  as-owner:
                    sql: select id from jobs order by created_at limit 1
                    as: owner
                    at: {jobs: {rows: 1e6}}
                    expect: {uses: ix_jobs_created}
                """);

        assertThat(Trial.failures(report)).isEmpty();
        Finding application = Trial.finding(report, "plan/chosen", "as-application");
        assertThat(application.role()).isEqualTo("app");
        assertThat(application.evidence()).anyMatch(line -> line.contains("app.kind"));
        Finding owner = Trial.finding(report, "plan/chosen", "as-owner");
        assertThat(owner.role()).isEqualTo("boss");
        assertThat(owner.evidence()).noneMatch(line -> line.contains("app.kind"));
    }

    @Test
    void aPlanThatIsHardlyBetterThanTheNextOneSaysSo() {
        String sql = JOBS + "create index ix_a on jobs (kind, status); create index ix_b on jobs (kind, status);";
        Report report = new Trial(folder).migration("001.sql", sql).verify("""
                queryPlans:
                  twins:
                    sql: select id from jobs where kind = 'mail' and status = 'new'
                    at: {jobs: {rows: 1e6, columns: {kind: {distinct: 1000}, status: {distinct: 10}}}}
                    expect: {no: [seq-scan]}
                """);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "plan/avoids", "twins").evidence().get(0))
                .startsWith("near tie: without ix_");
    }

    @Test
    void aDatabaseThatIsReadAsItStandsIsAskedWhatItsIndexesCanDo() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.on(18)) {
            database.run(JOBS + "create index ix_jobs_kind on jobs (kind, priority desc);");
            String url = TestServers.adminUrl(database.connection());
            new Trial(folder).write("spec.yaml", """
                    spec: standing
                    queryPlans:
                      next:
                        sql: select id from jobs where kind = 'mail' order by priority desc limit 1
                        at: {jobs: {rows: 1e6, columns: {kind: {distinct: 10}}}}
                        expect: {no: [seq-scan]}
                        servable: true
                    """);
            Report report = Trial.verify(
                    folder.resolve("spec.yaml"), VerifyOptions.defaults().on(ServerChoice.parse(url)));

            assertThat(Trial.finding(report, "plan/servable", "next").verdict()).isEqualTo(Verdict.PASSED);
            assertThat(Trial.failures(report)).containsExactly("UNVERIFIED plan/avoids next");
            try (Connection connection = database.connection();
                    Statement statement = connection.createStatement();
                    var row = statement.executeQuery("select reltuples from pg_class where relname = 'jobs'")) {
                row.next();
                assertThat(row.getFloat(1)).isEqualTo(-1);
            }
        }
    }

    @Test
    void everythingThatIsWrongWithAQueryIsReportedAtOnce() {
        Trial trial = new Trial(folder).migration("001.sql", JOBS);

        assertThatThrownBy(() -> trial.verify("""
                        queryPlans:
                          two: {sql: select 1; select 2}
                          other: {sql: vacuum jobs}
                          param: {sql: "select 1 from jobs where id = :id and kind = :kind", params: {di: 1, kind: mail}}
                          shares:
                            sql: select 1 from jobs
                            at: {jobs: {rows: 10, columns: {kind: {common: {a: 0.7, b: 0.5}}, id: {distinct: -3, range: [1, 2], bounds: [1, 2]}}}, public.jobs: {rows: 3}}
                          growing: {sql: select 1 from jobs, at: {jobs: {rows: 10}}, grows: {rows: [1e3, 1e4], cost: linear}}
                          backwards: {sql: select 1 from jobs, at: {jobs: {rows: 10}}, grows: {table: job, rows: [1e6, 1e3], cost: linear}}
                        """))
                .isInstanceOf(SpecException.class)
                .satisfies(e -> assertThat(e.getMessage())
                        .contains(
                                "found 2 statements, expected one",
                                "'vacuum' begins no query that has a plan",
                                "the parameter :id is given no value",
                                "the query has no parameter :di",
                                "the shares of kind come to more than 1",
                                "'-3' is no number of values",
                                "'range' and 'bounds' both say where the values of id lie",
                                "the size of public.jobs is stated twice",
                                "the last of 'rows' must be a hundred times the first at least",
                                "'at' says nothing of job",
                                "the sizes under 'rows' are not ascending"));
    }

    @Test
    void statisticsOfProductionStandInForSizes() {
        String statistics = """
                SELECT * FROM pg_catalog.pg_restore_relation_stats(
                  'version', '180000'::integer,
                  'schemaname', 'public',
                  'relname', 'jobs',
                  'relpages', '400000'::integer,
                  'reltuples', '50000000'::real,
                  'relallvisible', '400000'::integer
                );
                SELECT * FROM pg_catalog.pg_restore_attribute_stats(
                  'version', '180000'::integer,
                  'schemaname', 'public',
                  'relname', 'jobs',
                  'attname', 'kind',
                  'inherited', 'f'::boolean,
                  'null_frac', '0'::real,
                  'avg_width', '6'::integer,
                  'n_distinct', '20'::real
                );
                """;
        Report report = new Trial(folder)
                .migration("001.sql", JOBS)
                .write("production.sql", statistics)
                .verify("""
                        queryPlans:
                          all: {sql: select id from jobs, statistics: production.sql, expect: {maxRows: 1000}}
                          by-kind: {sql: "select id from jobs where kind = 'mail'", statistics: production.sql, expect: {maxRows: 1000}}
                          by-status: {sql: "select id from jobs where status = 'new'", statistics: production.sql, expect: {maxRows: 1000}}
                        """);

        assertThat(Trial.finding(report, "plan/rows", "all").observed()).isEqualTo("50,000,000 rows");
        assertThat(Trial.finding(report, "plan/rows", "by-kind").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(Trial.finding(report, "plan/rows", "by-status").message()).contains("the values of jobs.status");
    }

    @Test
    void aFileThatHoldsNoStatisticsIsAProblemOfTheSpec() {
        Trial trial = new Trial(folder).migration("001.sql", JOBS).write("production.sql", "select 1;");

        assertThatThrownBy(
                        () -> trial.verify(
                                "queryPlans: {all: {sql: select 1, statistics: production.sql}, other: {sql: select 1, statistics: gone.sql}}"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("production.sql: line 1")
                .hasMessageContaining("there is no file gone.sql");
    }

    @Test
    void sizesMayBeWrittenInEitherWay() {
        Report report = new Trial(folder).migration("001.sql", JOBS).verify("""
                queryPlans:
                  plain: {sql: select id from jobs where id = 1, at: {jobs: {rows: 50_000_000}}, expect: {uses: jobs_pkey}}
                  power: {sql: select id from jobs where id = 1, at: {jobs: {rows: 5e7}}, expect: {uses: jobs_pkey}}
                """);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(List.of("plain", "power"))
                .allSatisfy(query -> assertThat(
                                Trial.finding(report, "plan/chosen", query).message())
                        .contains("50,000,000 rows"));
    }
}
