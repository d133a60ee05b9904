package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;

/** Workers that claim jobs at once: what holds, what does not, and what could not be tried. */
class ConcurrencyTest {

    private static final String TABLE = """
            create table jobs (
              id bigint generated always as identity primary key,
              kind text not null, status text not null default 'open', done_by text, at timestamptz not null default now());
            """;

    private static final String CLAIM = "select id from jobs where status = 'open' limit 1 for update skip locked";

    private static final String COMPLETE = "update jobs set status = 'done' where id = :id";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Report verify(String ddl, String claim, String complete, String more, int major) {
        return new Trial(folder)
                .migration("001.sql", ddl)
                .verify("""
                        concurrency:
                          work:
                            workers: 6
                            jobs: 60
                            table: jobs
                            values: {status: open}
                            claim: %s
                            complete: %s
                            expect: {exactlyOnce: true, maxBlocked: 30ms, survivesKill: true}
                        %s
                        """.formatted(quoted(claim), quoted(complete), more), on(major));
    }

    private static String quoted(String sql) {
        return "\"" + sql.replace("\"", "\\\"") + "\"";
    }

    private static VerifyOptions on(int major) {
        return new VerifyOptions(
                Optional.empty(),
                Optional.of(major),
                false,
                false,
                CheckFilter.of(List.of("concurrency/*")),
                VerifyOptions.Shard.WHOLE,
                1);
    }

    private static Finding once(Report report) {
        return Trial.finding(report, "concurrency/exactly-once", "work");
    }

    private static Finding blocked(Report report) {
        return Trial.finding(report, "concurrency/max-blocked", "work");
    }

    private static Finding killed(Report report) {
        return Trial.finding(report, "concurrency/survives-kill", "work");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void skipLockedHoldsOnEveryVersion(int major) {
        Report report = verify(TABLE, CLAIM, COMPLETE, "", major);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(once(report).examined()).isEqualTo(60);
        assertThat(once(report).message()).contains("6 of 6 workers held jobs at the same time");
        assertThat(killed(report).examined()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void withoutSkipLockedAllWaitForTheHolder(int major) {
        Report report = verify(TABLE, CLAIM.replace(" skip locked", ""), COMPLETE, "", major);

        assertThat(once(report).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(once(report).message()).contains("none of the other 5 got one");
        assertThat(blocked(report).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(blocked(report).message()).contains("5 of 6 workers waited for longer than 30ms");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void withoutForUpdateAllGetTheSameJob(int major) {
        Report report = verify(TABLE, CLAIM.replace(" for update skip locked", ""), COMPLETE, "", major);

        assertThat(once(report).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(once(report).message()).contains("6 of 6 workers", "were given the same job");
        assertThat(blocked(report).verdict()).as("nobody waits when claiming").isEqualTo(Verdict.PASSED);
        assertThat(killed(report).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aClaimThatUpdatesOverASkippingSubqueryHolds() {
        String claim = "update jobs set status = 'taken' where id = (" + CLAIM + ") returning *";
        Report report = verify(TABLE, claim, COMPLETE, "", 18);

        assertThat(Trial.failures(report)).isEmpty();
    }

    @Test
    void aClaimThatDeletesNeedsNothingElse() {
        new Trial(folder).migration("001.sql", TABLE);
        Report report = new Trial(folder).verify("""
                concurrency:
                  work:
                    workers: 4
                    jobs: 30
                    table: jobs
                    values: {status: open}
                    claim: "delete from jobs where id in (select id from jobs order by at limit 3 for update skip locked) returning id"
                    expect: {exactlyOnce: true, maxBlocked: 30ms, survivesKill: true}
                """, on(18));

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(once(report).message()).contains("each of 30 jobs was claimed");
    }

    @Test
    void parametersHaveTheirValues() {
        new Trial(folder).migration("001.sql", TABLE);
        Report report = new Trial(folder).verify("""
                concurrency:
                  work:
                    workers: 4
                    jobs: 30
                    table: jobs
                    params: {kind: parser, by: "it's me"}
                    values: {status: open, kind: parser}
                    claim: select * from jobs where kind = :kind and status = 'open' limit 1 for update skip locked
                    complete: update jobs set status = 'done', done_by = :by where id = :id and at = :at
                    expect: {exactlyOnce: true}
                """, on(18));

        assertThat(Trial.failures(report)).isEmpty();
    }

    @Test
    void completingNothingGivesTheSameJobsOutForEver() {
        Report report = verify(TABLE, CLAIM, COMPLETE + " and status = 'taken'", "", 18);

        assertThat(once(report).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(once(report).message()).contains("again and again, because completing them changes no row");
    }

    @Test
    void whatTheClaimTakesAwayAndNothingCompletesIsNotCompleted() {
        String claim = "update jobs set status = 'taken' where id = (" + CLAIM + ") returning id";
        Report report = verify(TABLE, claim, COMPLETE + " and status = 'open'", "", 18);

        assertThat(once(report).message()).contains("60 of 60 jobs were claimed and not completed");
    }

    @Test
    void aClaimThatTakesNoneIsNoPass() {
        Report report = verify(TABLE, CLAIM.replace("'open'", "'ready'"), COMPLETE, "", 18);

        assertThat(once(report).message()).contains("60 of 60 jobs were given to no worker");
        assertThat(once(report).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(blocked(report).verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(killed(report).verdict()).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void nowaitIsTriedAgainAndLetsOnlyOneWork() {
        Report report = verify(TABLE, CLAIM.replace("skip locked", "nowait"), COMPLETE, "", 18);

        assertThat(once(report).message()).contains("none of the other 5 got one");
        assertThat(blocked(report).verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(killed(report).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aLockOnTheWholeTableIsFound() {
        String function = """
                create function claim() returns setof jobs language plpgsql as $$ begin
                  lock table jobs in exclusive mode;
                  return query select * from jobs where status = 'open' limit 1 for update skip locked;
                end $$;
                """;
        Report report = verify(TABLE + function, "select id from claim()", COMPLETE, "", 18);

        assertThat(blocked(report).message()).contains("5 of 6 workers waited");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select id from job limit 1                           | update jobs set status = 'x' where id = :id   | claim    | relation "job" does not exist
            select id from jobs limit 1 for update skip locked   | update jobs set state = 'x' where id = :id    | complete | column "state"
            select id from jobs limit 1 for update skip locked   | update jobs set status = :what where id = :id | complete | there is no value for :what; the claim returns id
            select id from jobs limit 1 for update skip locked   | update jobs set status = null where id = :id  | complete | null value in column "status"
            """)
    void whatPostgresRefusesIsSaidWhereItStands(String claim, String complete, String part, String words) {
        Report report = verify(TABLE, claim, complete, "", 18);

        assertThat(once(report).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(once(report).message()).contains("'" + part + "' does not work", words);
        assertThat(once(report).location().line()).isEqualTo(part.equals("claim") ? 9 : 10);
    }

    @Test
    void withoutThePrimaryKeyNothingCanBeTold() {
        Report report = verify(TABLE, CLAIM.replace("select id", "select kind"), COMPLETE, "", 18);

        assertThat(once(report).verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(once(report).message()).contains("the claim returns no column id");
    }

    @Test
    void aTableWithoutPrimaryKeyIsUnverified() {
        Report report = verify("create table jobs (id int, status text)", CLAIM, COMPLETE, "", 18);

        assertThat(once(report).verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(once(report).message()).contains("has no primary key");
    }

    @Test
    void unknownTablesAndColumnsAreNamed() {
        Report table = verify("create table job (id int primary key, status text)", CLAIM, COMPLETE, "", 18);
        assertThat(once(table).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(once(table).message()).contains("there is no table public.jobs", "did you mean 'job'");

        Report column = verify("create table jobs (id int primary key, state text)", CLAIM, COMPLETE, "", 18);
        assertThat(once(column).message()).contains("has no column status");
    }

    @Test
    void theApplicationsPrivilegesCount() {
        String roles = "roles: {owner: shop_owner, application: shop_app}";
        Report refused = verify(TABLE + "grant select on jobs to shop_app;", CLAIM, COMPLETE, roles, 18);
        assertThat(once(refused).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(once(refused).message()).contains("tried as shop_app", "permission denied for table jobs");
        assertThat(once(refused).role()).isEqualTo("shop_app");

        new Trial(folder).migration("002.sql", "grant update on jobs to shop_app");
        Report granted = verify(TABLE + "grant select on jobs to shop_app;", CLAIM, COMPLETE, roles, 18);
        assertThat(Trial.failures(granted)).isEmpty();
    }

    @Test
    void workersEnterTheContextOfTheJobsTenant() {
        String ddl = """
                create table tenants (id uuid primary key default gen_random_uuid());
                create table jobs (
                  id bigint generated always as identity primary key, status text not null,
                  tenant_id uuid not null references tenants);
                alter table jobs enable row level security;
                create policy own on jobs using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
                grant select, update on jobs to shop_app;
                grant select on tenants to shop_app;
                """;
        String more = """
                roles: {owner: shop_owner, application: shop_app}
                tenancy:
                  columns: {tenant_id: tenants.id}
                  context: "select set_config('app.tenant', :tenant, true)"
                """;
        assertThat(Trial.failures(verify(ddl, CLAIM, COMPLETE, more, 18)))
                .noneMatch(failure -> failure.contains("concurrency/"));
        assertThat(once(verify(ddl, CLAIM, COMPLETE, more.lines().findFirst().orElseThrow(), 18))
                        .message())
                .as("nobody said for which tenant")
                .contains("60 of 60 jobs were given to no worker");
    }

    @Test
    void aLostConnectionIsNoVerdict() {
        String claim = "select id, pg_terminate_backend(pg_backend_pid()) from jobs limit 1";
        Report report = verify(TABLE, claim, COMPLETE, "", 18);

        assertThat(once(report).verdict()).isEqualTo(Verdict.ERRORED);
        assertThat(report.verdict()).isEqualTo(Report.Overall.ERRORED);
    }

    @Test
    void anInterruptedRunLeavesNoWorkerBehind() throws InterruptedException {
        String claim = "select id from jobs, pg_sleep(5) limit 1 for update of jobs skip locked";
        Thread run = new Thread(() -> verify(TABLE, claim, COMPLETE, "", 18));
        run.start();
        while (workers().isEmpty()) {
            Thread.sleep(5);
        }
        run.interrupt();
        run.join();

        assertThat(workers()).isEmpty();
    }

    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("pgassay-worker"))
                .toList();
    }

    @Test
    void twoRunsGiveOneReport() {
        for (String claim :
                List.of(CLAIM, CLAIM.replace(" skip locked", ""), CLAIM.replace(" for update skip locked", ""))) {
            assertThat(verify(TABLE, claim, COMPLETE, "", 18).results())
                    .isEqualTo(verify(TABLE, claim, COMPLETE, "", 18).results());
        }
    }

    @Test
    void nothingIsLeftBehind() throws SQLException {
        verify(TABLE, "select id from nowhere", COMPLETE, "", 18);
        verify(TABLE, CLAIM, COMPLETE, "", 18);

        assertThat(workers()).isEmpty();
        try (Connection connection = Trial.servers().embedded(18).open("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from pg_stat_activity where backend_type = 'client backend' and datname like 'pgassay%'")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }
}
