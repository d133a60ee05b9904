package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        String text = Files.readString(specs.resolve(system + ".yaml"));
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
        Map<String, Long> timings = report.timings();
        long tried = timings.entrySet().stream()
                .filter(each ->
                        each.getKey().startsWith("behaviour") || each.getKey().equals("rows"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        // A bound that holds on a machine that does ten other things too.
        assertThat(tried).as(timings.toString()).isBetween(1L, 120_000L);
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
}
