package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.Finding;
import org.pgassay.spec.SpecException;

/** The jobs that workers claim: how a spec states them, and how they are made. */
class JobsTest {

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            workers: 8, jobs: 4                       | for 8 workers there are 4 jobs
            claim: "select id from jobs; select 1"    | found 2 statements, expected one
            claim: "vacuum jobs"                      | 'vacuum' begins no query
            claim: "select :id from jobs"             | :id has no value; state one under 'params'
            params: {who: me}                         | neither claim nor complete has a parameter :who
            expect: {}                                | this expects nothing
            expect: {maxBlocked: 6s}                  | not longer than 5s
            expect: {maxBlocked: soon}                | a time, such as 50ms or 1s
            expect: {exactlyOnce: false}              | exactlyOnce
            table: other.jobs                         | the schema 'other' is not among the spec's schemas
            """)
    void whatCannotBeMeantIsAProblemOfTheSpec(String stated, String problem) {
        StringBuilder yaml =
                new StringBuilder("concurrency:\n  work:\n    " + stated.replace(", jobs", "\n    jobs") + "\n");
        for (String other : List.of(
                "table: jobs",
                "claim: select id from jobs",
                "complete: delete from jobs where id = :id",
                "expect: {exactlyOnce: true}")) {
            if (!stated.startsWith(other.substring(0, other.indexOf(':') + 1))) {
                yaml.append("    ").append(other).append('\n');
            }
        }
        Trial trial = new Trial(folder).migration("001.sql", TABLE);

        assertThatThrownBy(() -> trial.verify(yaml.toString()))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining(problem);
    }

    /** Copies of a row would not do for the last of these: an expression must be unique. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "id uuid primary key default gen_random_uuid()",
                "id uuid primary key",
                "id varchar(36) primary key",
                "id int, part text, primary key (id, part), note numeric(12, 2) unique",
                "id bigserial primary key, name text not null",
                "id int primary key, name text not null; create unique index on jobs (lower(name))"
            })
    void jobsAreMadeWhateverMustBeUnique(String columns) {
        String ddl = "create table jobs (status text, " + columns.replaceFirst("(;.*)?$", ")$1");
        Report report = verify(
                ddl,
                CLAIM.replace("select id", "select *"),
                columns.contains("part") ? COMPLETE + " and part = :part" : COMPLETE,
                "",
                18);

        assertThat(Trial.failures(report)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void tasksOfKontaliAreClaimedExactlyOnce(int major) {
        Path spec = Path.of("schema-specs/kontali-erp/migrations");
        Report report = new Trial(folder).copy(spec.getParent()).verify("""
                spec: kontali-tasks
                migrations: {runner: sql, path: migrations}
                roles: {owner: kontali_owner, application: kontali_app}
                tenancy:
                  columns: {tenant_id: tenants.id}
                  context: "select set_config('app.tenant_id', :tenant, true)"
                concurrency:
                  work:
                    workers: 8
                    jobs: 500
                    table: agent_tasks
                    params: {type: invoice_parser}
                    values: {status: pending, agent_type: invoice_parser}
                    claim: >-
                      select * from agent_tasks where agent_type = :type and status = 'pending'
                      order by priority desc, created_at limit 1 for update skip locked
                    complete: update agent_tasks set status = 'done', completed_at = now() where id = :id
                    expect: {exactlyOnce: true, maxBlocked: 50ms, survivesKill: true}
                """, on(major));

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(once(report).examined()).isEqualTo(500);
    }
}
