package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;

/** What is tried with rows, on schemas that nobody wrote for it, and in corners that an example does not show. */
class BehaviourTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static RowFigures rows(Report report) {
        RowFigures rows = report.rows();
        assertThat(rows)
                .as("figures of " + report.problem() + Trial.failures(report))
                .isNotNull();
        return rows;
    }

    /** What is tried where the spec does not say so itself, and how its policies learn of the tenant. */
    private static String added(String spec, String tried) {
        String behaviour = spec.contains("\nbehaviour:") ? "" : "\nbehaviour: {as: owner, " + tried + "}\n";
        String tenancy = spec.contains("\ntenancy:") ? "" : """

                        tenancy:
                          columns: {tenant_id: tenants.id}
                          context: "select set_config('app.tenant_id', :tenant, true)"
                        """;
        return behaviour + (spec.contains("kontali") ? tenancy : "");
    }

    private static void mostAreFilled(Report report) {
        RowFigures rows = rows(report);

        assertThat(rows.byHand()).isZero();
        assertThat(100 * rows.filled())
                .as("%d of %d tables filled: %s", rows.filled(), rows.tables(), rows.obstacles())
                .isGreaterThanOrEqualTo(95 * rows.tables());
    }

    /** Nothing else of a spec is tried: rehearsing its revisions takes a minute. */
    private static final VerifyOptions ROWS =
            VerifyOptions.defaults().checking(CheckFilter.of(List.of("behaviour/*")), VerifyOptions.Shard.WHOLE);

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void tablesOfProductsTakeRows(ThirdPartySchemas schema) {
        schema.writeTo(folder.resolve("migrations"));

        mostAreFilled(new Trial(folder).verify("behaviour: {insertable: all}\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kontali-erp", "nabavkidata", "superinsight"})
    @Tag("long")
    void tablesOfTheSystemsTakeRows(String system) throws Exception {
        Path specs = Path.of("schema-specs", system);
        Trial trial = new Trial(folder).copy(specs);
        // The owner may do what the application has no business with.
        String text = Files.readString(specs.resolve(system + ".yaml"))
                .replaceFirst("\n  as: application\n", "\n  as: owner\n")
                .replaceFirst("\n  insertable: .*", "\n  insertable: all");
        String own = added(text, "insertable: all");
        trial.write("spec.yaml", text + own);

        mostAreFilled(Trial.verify(folder.resolve("spec.yaml"), ROWS));
    }

    @Test
    void kontaliIsTriedAndStaysAsItIs() throws Exception {
        Path specs = Path.of("schema-specs", "kontali-erp");
        String text = Files.readString(specs.resolve("kontali-erp.yaml"));
        Trial trial = new Trial(folder).copy(specs);
        String untried = Trial.verify(
                        folder.resolve("kontali-erp.yaml"),
                        VerifyOptions.defaults()
                                .checking(CheckFilter.of(List.of("table/exists")), VerifyOptions.Shard.WHOLE))
                .fingerprint();
        String stated = added(text, "insertable: all, defaults: applied, constraints: enforced, actions: enforced");
        trial.write("spec.yaml", text + stated);

        Report report = Trial.verify(folder.resolve("spec.yaml"), ROWS);

        assertThat(report.fingerprint()).isEqualTo(untried);
        assertThat(report.results().stream()
                        .map(Report.Result::finding)
                        .filter(finding -> finding.check().startsWith("behaviour/"))
                        .filter(finding -> finding.verdict() != Verdict.PASSED)
                        .map(finding -> finding.verdict() + " " + finding.subject() + ": " + finding.message()))
                .isEmpty();
        // How long it takes is in the timings, and no matter of right or wrong.
        assertThat(report.timings()).containsKey("rows");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void verdictsAreTheSameOnEveryVersion(int major) {
        Report report = new Trial(folder)
                .migration("001.sql", """
                        create table parents (id bigint primary key, code text not null unique);
                        create table children (
                            id bigint generated always as identity primary key,
                            parent_id bigint not null,
                            code text,
                            upper_code text generated always as (upper(code)) stored,
                            constraint fk_parent foreign key (parent_id) references parents (id) on delete restrict,
                            constraint fk_code foreign key (code) references parents (code)
                                on update cascade deferrable initially deferred
                        );
                        alter table children add constraint ck_code check (upper_code <> 'X') not valid;
                        create unique index uq_wide on parents (code, id);
                        create table measures (at date not null, value int not null check (value > 0))
                            partition by range (at);
                        create table measures_1 partition of measures for values from ('2024-01-01') to ('2025-01-01');
                        """)
                .verify("""
                        behaviour: {insertable: all, constraints: enforced, actions: enforced}
                        tables:
                          parents: {columns: {id: bigint primary key, code: text not null unique}, indexes: {uq_wide: "unique (code, id)"}}
                          children:
                            columns: {parent_id: bigint not null}
                            constraints:
                              fk_parent: foreign key (parent_id) references parents (id) on delete restrict
                              fk_code: >-
                                foreign key (code) references parents (code) on update cascade
                                deferrable initially deferred
                              ck_code: check (upper_code <> 'X') not valid
                          measures:
                            columns: {at: date not null, value: int not null check (value > 0)}
                        """, VerifyOptions.defaults().onPostgres(major));

        assertThat(Trial.failures(report)).isEmpty();
        Finding masked = Trial.finding(report, "behaviour/not-null", "measures.at");
        assertThat(masked.evidence()).anyMatch(line -> line.contains("tried on the partition"));
    }

    @Test
    void triggersThatAnswerFirstAreSetAside() {
        Report report = new Trial(folder).migration("001.sql", """
                        create table t (id int primary key, n int not null check (n < 10), at timestamptz not null);
                        create function guard() returns trigger language plpgsql as $$
                        begin
                            if new.n >= 10 then raise exception 'n is too much'; end if;
                            new.at := coalesce(new.at, now());
                            return new;
                        end $$;
                        create trigger guard before insert on t for each row execute function guard();
                        """).verify("""
                        behaviour: {constraints: enforced}
                        tables:
                          t: {columns: {n: int not null check (n < 10), at: timestamptz not null}}
                        """);

        assertThat(Trial.failures(report)).isEmpty();
        for (String check : List.of("behaviour/check t.n", "behaviour/not-null t.at")) {
            String[] words = check.split(" ", -1);
            assertThat(Trial.finding(report, words[0], words[1]).evidence())
                    .as(check)
                    .anyMatch(line -> line.contains("without the table's triggers"));
        }
    }

    @Test
    void aCheckThatAnotherOneImpliesIsTriedWithoutIt() {
        Trial trial = new Trial(folder);
        String table = """
                create table holidays (
                    id int primary key,
                    kind text not null constraint ck_kind check (kind in ('fixed', 'moving')%s),
                    day int,
                    rule text,
                    constraint ck_a_rule check ((kind = 'fixed' and day is not null) or (kind = 'moving' and rule is not null))
                );
                """;
        String yaml = """
                behaviour: {constraints: enforced}
                tables:
                  holidays: {constraints: {ck_kind: "check (kind in ('fixed', 'moving'))"}}
                """;
        Report report = trial.migration("001.sql", table.formatted("")).verify(yaml);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "behaviour/check", "holidays.ck_kind").evidence())
                .anyMatch(line -> line.contains("tried without ck_a_rule"));

        Report wider = trial.migration("001.sql", table.formatted(" or kind <> 'never'")).verify(yaml);
        assertThat(Trial.failures(wider)).contains("FAILED behaviour/check holidays.ck_kind");
    }

    @Test
    void cascadesGoOnFurtherDown() {
        Report report = new Trial(folder).migration("001.sql", """
                        create table a (id int primary key);
                        create table b (id int primary key, a int not null references a on delete cascade);
                        create table c (id int primary key, b int not null references b on delete cascade);
                        create table d (id int primary key, c int references c on delete set null);
                        """).verify("""
                        behaviour: {actions: enforced}
                        tables:
                          b: {columns: {a: int not null references a on delete cascade}}
                        """);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "behaviour/action", "b.a on delete").evidence())
                .containsExactly(
                        "further down, public.c by c_b_fkey: the row is gone",
                        "further down, public.d by d_c_fkey: the row is there, and refers to nothing");
    }

    @Test
    void aSpecThatStatesNothingIsVacuous() {
        Report report = new Trial(folder)
                .migration("001.sql", "create table t (id int primary key, n int)")
                .verify("""
                        behaviour: {insertable: [nothing_*], defaults: applied, constraints: enforced, actions: enforced}
                        tables: {t: {columns: {n: int}}}
                        """);

        assertThat(Trial.failures(report))
                .containsExactlyInAnyOrder(
                        "VACUOUS behaviour/insertable nothing_*",
                        "VACUOUS behaviour/default defaults",
                        "VACUOUS behaviour/not-null constraints",
                        "VACUOUS behaviour/action actions");
    }

    @Test
    void rolesWithTooMuchPowerProveNothing() {
        Report report = new Trial(folder)
                .write("roles.sql", "alter role shop_app_strong bypassrls;")
                .migration("001.sql", "create table t (id int primary key); alter role shop_app_strong bypassrls;")
                .verify("""
                        roles: {application: shop_app_strong}
                        behaviour: {insertable: all}
                        """);

        assertThat(Trial.failures(report)).contains("UNVERIFIED behaviour/insertable insertable");
    }

    @Test
    void fixedValuesAreCounted() {
        Report report = new Trial(folder)
                .migration("001.sql", "create table t (code text primary key check (md5(code) like '0cc1%'))")
                .verify("""
                        behaviour: {insertable: all, sampleRows: {t: {code: a}}}
                        """);

        assertThat(Trial.failures(report)).containsExactly();
        assertThat(rows(report)).isEqualTo(new RowFigures(1, 1, 1, List.of()));
    }

    @Test
    void anActionThatATriggerRefusesDoesNotHappen() {
        Report report = new Trial(folder).migration("001.sql", """
                        create table a (id int primary key);
                        create table b (id int primary key, a int not null references a on delete cascade);
                        create table c (id int primary key, a int references a on delete restrict);
                        create table d (id int primary key, a int references a on delete set null);
                        create function keep() returns trigger language plpgsql as $$
                        begin
                            raise exception 'rows are kept';
                        end $$;
                        create function spare() returns trigger language plpgsql as $$
                        begin
                            return null;
                        end $$;
                        create trigger keep before delete on a for each row execute function keep();
                        create table p (id int primary key);
                        create table q (id int primary key, p int not null references p on delete cascade);
                        create trigger spare before delete on p for each row execute function spare();
                        create table r (id int primary key);
                        create table s (id int primary key, r int not null references r on delete cascade);
                        create trigger keep before delete on s for each row execute function keep();
                        """).verify("""
                        behaviour: {actions: enforced, cascades: {a: [b], p: [q]}}
                        tables:
                          b: {columns: {a: int not null references a on delete cascade}}
                          c: {columns: {a: int references a on delete restrict}}
                          d: {columns: {a: int references a on delete set null}}
                          q: {columns: {p: int not null references p on delete cascade}}
                          s: {columns: {r: int not null references r on delete cascade}}
                        """);

        assertThat(Trial.failures(report))
                .containsExactlyInAnyOrder(
                        "FAILED behaviour/action b.a on delete",
                        "FAILED behaviour/action d.a on delete",
                        "FAILED behaviour/action q.p on delete",
                        "FAILED behaviour/action s.r on delete",
                        "FAILED behaviour/cascade a",
                        "FAILED behaviour/cascade p");
        assertThat(Trial.finding(report, "behaviour/action", "b.a on delete").message())
                .contains("the trigger keep of public.a stands in the way", "P0001", "rows are kept");
        assertThat(Trial.finding(report, "behaviour/action", "q.p on delete").message())
                .contains("the trigger spare of public.p stands in the way", "the parent is as it was");
        assertThat(Trial.finding(report, "behaviour/action", "s.r on delete").message())
                .contains("the trigger keep of public.s stands in the way");
        assertThat(Trial.finding(report, "behaviour/action", "c.a on delete").evidence())
                .as("RESTRICT holds with and without the trigger")
                .anyMatch(line -> line.contains("without the triggers of public.a"));
    }

    @Test
    void rowsThatHangOnRowsOfTheirOwnTableAreCounted() {
        String tree = """
                create table tasks (
                  id int primary key, parent int references tasks on delete cascade, root int references tasks on delete cascade);
                create table steps (task int not null references tasks on delete cascade, n int);
                """;
        String yaml = "behaviour: {cascades: {tasks: [tasks, steps]}}\n";

        assertThat(Trial.failures(new Trial(folder.resolve("tree"))
                        .migration("001.sql", tree)
                        .verify(yaml)))
                .isEmpty();

        Report all = new Trial(folder.resolve("all"))
                .migration("001.sql", tree + """
                create function clear() returns trigger language plpgsql as $$ begin delete from tasks; return null; end $$;
                create trigger clear after delete on tasks for each row when (pg_trigger_depth() = 0) execute function clear();
                """)
                .verify(yaml);
        assertThat(Trial.failures(all)).containsExactly("FAILED behaviour/cascade tasks");
        assertThat(Trial.finding(all, "behaviour/cascade", "tasks").message())
                .containsPattern("row.? of tasks that hangs? on another|rows of tasks that hang on others")
                .contains("of steps");
    }
}
