package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.spec.SpecException;

/** Stages of SQL files from the spec to the report. */
class StagesTest {

    private static final String HEAD = "spec: trial\nmigrations:\n  runner: sql\n  path: migrations\n";

    private static final String STAGED = """
              rollback: {downTo: base}
              stages:
                - {name: base, files: [base/*.sql]}
                - name: wishlists
                  files: [stage1/*.sql]
                  errors: [{code: [42P07, 42710], object: unique_wishlist_item, says: the base has it}]
                  rerun: true
                  adds: {tables: 1, sequences: 1, indexes: "1..2", views: 0}
                  rollback: stage1/rollback.sql
                - {name: indexes, files: stage2/*.sql, transaction: statement, rerun: true, rollback: stage2/back.sql}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Trial trial = new Trial(Path.of(""));

    @BeforeEach
    void files() {
        trial = new Trial(folder)
                .migration(
                        "base/1.sql",
                        "create table wishlists (id int primary key, item int constraint unique_wishlist_item unique);"
                                + " insert into wishlists values (1, 1);")
                .migration(
                        "stage1/2_later.sql",
                        "create table if not exists shops (id int primary key default nextval('shop_number'));"
                                + " insert into shops values (1) on conflict do nothing;")
                .migration(
                        "stage1/1_unique.sql",
                        "create sequence if not exists shop_number;\n"
                                + "alter table wishlists add constraint unique_wishlist_item unique (item);")
                .migration("stage1/rollback.sql", "drop table shops; drop sequence shop_number;")
                .migration("stage2/1.sql", "create index concurrently if not exists ix_item on wishlists (item);")
                .migration("stage2/back.sql", "drop index concurrently ix_item;");
    }

    private Report verify(String rest) {
        return trial.verify(HEAD + rest);
    }

    private static List<String> passed(Report report) {
        return report.results().stream()
                .map(Report.Result::finding)
                .filter(finding -> finding.check().startsWith("stage/") && finding.verdict() == Verdict.PASSED)
                .map(finding -> finding.check() + " " + finding.subject())
                .toList();
    }

    private void assertHolds(Report report) {
        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(passed(report))
                .containsExactly(
                        "stage/adds wishlists: indexes",
                        "stage/adds wishlists: sequences",
                        "stage/adds wishlists: tables",
                        "stage/adds wishlists: views",
                        "stage/errors wishlists: 42P07 or 42710 of unique_wishlist_item",
                        "stage/rerun indexes",
                        "stage/rerun wishlists",
                        "stage/rollback indexes",
                        "stage/rollback wishlists",
                        "stage/rollback-plan indexes",
                        "stage/rollback-plan wishlists",
                        "stage/survives base",
                        "stage/survives wishlists");
    }

    @Test
    void whatStagesClaimIsTriedAndReported() {
        Report report = verify(STAGED);

        assertHolds(report);
        assertThat(report.revisions())
                .extracting(Report.RevisionSummary::id)
                .containsExactly("base", "wishlists", "indexes");
        StageSummary wishlists = report.revisions().get(1).stage();
        assertThat(wishlists).isNotNull();
        if (wishlists != null) {
            assertThat(wishlists.files())
                    .extracting(file -> file.substring(file.lastIndexOf('/') + 1))
                    .containsExactly("1_unique.sql", "2_later.sql");
            assertThat(wishlists.transaction()).isTrue();
            assertThat(wishlists.added())
                    .isEqualTo(Map.of("tables", 1L, "columns", 1L, "indexes", 1L, "primary-keys", 1L, "sequences", 1L));
            assertThat(wishlists.errors())
                    .extracting(StageSummary.Met::message, StageSummary.Met::says)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            "ERROR 42P07: relation \"unique_wishlist_item\" already exists", "the base has it"));
        }
        assertThat(report.timings()).containsKeys("stage: base", "stage: wishlists", "stage: indexes");
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void itIsTheSameOnEveryVersion(int major) {
        VerifyOptions options = new VerifyOptions(
                Optional.empty(), Optional.of(major), false, false, check -> true, VerifyOptions.Shard.WHOLE, 1);

        assertHolds(trial.verify(HEAD + STAGED, options));
    }

    @Test
    void otherChecksTakeAStageForARevision() {
        Report report = verify(STAGED + """
                        revisions: {reversible: {each: true, except: {base: the beginning}}}
                        locks: {maxMode: ShareUpdateExclusiveLock, except: {wishlists: at night}}
                        """);

        assertThat(Trial.failures(report)).containsExactly("FAILED lock/exception wishlists");
        assertThat(Trial.finding(report, "revision/reversible", "indexes").verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void rowsThatAreInsertedTwiceAreNoticed() {
        trial.migration("base/1.sql", "create table if not exists log (line text); insert into log values ('made');");

        Report report = verify("  stages: [{name: base, files: [base/*.sql], rerun: true}]\n");

        assertThat(Trial.failures(report)).containsExactly("FAILED stage/rerun base");
        assertThat(Trial.finding(report, "stage/rerun", "base").message())
                .isEqualTo("running stage base again changes something: log holds 1 row more.");
    }

    @Test
    void aFailureAmongStagesStopsTheRunAndSaysWhatIsKnown() {
        trial.migration("stage2/1.sql", "create table c ();\nalter table wishlists alter column item type uuid;");

        Report report = verify(STAGED);

        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        Finding failed = Trial.finding(report, "migration/applies", "indexes");
        assertThat(failed.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(failed.message()).contains("stage2/1.sql:2, statement 2: ERROR 42804");
        assertThat(Trial.finding(report, "migration/applies", "wishlists").verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(Trial.finding(report, "stage/survives", "wishlists").verdict())
                .isEqualTo(Verdict.UNVERIFIED);
        assertThat(report.revisions())
                .extracting(Report.RevisionSummary::state)
                .containsExactly("applied", "applied", "failed");
    }

    @Test
    void aLostConnectionIsNoVerdict() {
        trial.migration("stage2/1.sql", "select pg_terminate_backend(pg_backend_pid());");

        Report report = verify(STAGED);

        assertThat(report.verdict()).isEqualTo(Report.Overall.ERRORED);
        assertThat(report.problem()).startsWith("The database broke off");
    }

    @Test
    void anErrorThatComesOnlyWhenAStageIsRunAgainIsNotStale() {
        trial.migration("base/1.sql", "create table shops ();");
        String errors = "errors: [{code: 42P07, object: shops, says: it is there the second time}]";

        Report again = verify("  stages: [{name: base, files: [base/*.sql], rerun: true, " + errors + "}]\n");
        Report once = verify("  stages: [{name: base, files: [base/*.sql], " + errors + "}]\n");

        assertThat(Trial.failures(again)).isEmpty();
        assertThat(Trial.failures(once)).containsExactly("FAILED stage/errors base: 42P07 of shops");
    }

    @Test
    void aStageThatDoesNothingProvesNothing() {
        trial.migration("stage1/1_unique.sql", "select 1;")
                .migration("stage1/2_later.sql", "select 1;")
                .migration("stage1/rollback.sql", "select 1;");

        Report report = verify("""
                  stages:
                    - {name: base, files: [base/*.sql]}
                    - {name: none, files: [stage1/*.sql], rerun: true, adds: {tables: "<=5"}, rollback: stage1/rollback.sql}
                """);

        assertThat(Trial.failures(report))
                .containsExactly(
                        "VACUOUS stage/adds none: tables",
                        "VACUOUS stage/rerun none",
                        "VACUOUS stage/rollback none",
                        "VACUOUS stage/survives none");
    }

    @Test
    void rolesThatAStageMakesAreInNobodysWay() {
        trial.migration("base/1.sql", "create role stages_test_role; create table wishlists (item int);")
                .migration("base/rollback.sql", "drop table wishlists; drop role stages_test_role;");
        try {
            Report report = verify("  stages: [{name: base, files: [base/*.sql], rollback: base/rollback.sql}]\n");

            assertThat(Trial.failures(report)).isEmpty();
        } finally {
            trial.migration("base/1.sql", "drop role if exists stages_test_role; select 1;");
            verify("  stages: [{name: base, files: [base/*.sql], rollback: base/rollback.sql}]\n");
        }
    }

    @Test
    void theSameInputGivesTheSameReport() {
        Report one = verify(STAGED);
        Report two = verify(STAGED);

        assertThat(one.results()).isEqualTo(two.results());
        assertThat(one.revisions()).isEqualTo(two.revisions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stages: [{name: base}] | the key 'files' is missing",
                "stages: [] | the list is empty; name at least one",
                "stages: [{name: a, files: []}] | the list is empty; name at least one",
                "stages: [{name: a, files: base/*.sql, rerrun: true}] | unknown key 'rerrun' (did you mean 'rerun'?)",
                "stages: [{name: a, files: base/*.sql, transaction: file}] | 'file' is not known here; known: stage,"
                        + " statement",
                "stages: [{name: a, files: base/*.sql}, {name: a, files: stage2/1.sql}] | a stage of the name 'a' stands"
                        + " at line 5 already; rename one",
                "stages: [{name: a, files: base/*.sql, errors: [{code: 42p07, says: x}]}] | found '42p07', expected an"
                        + " SQLSTATE",
                "stages: [{name: a, files: base/*.sql, errors: [{code: 42P07}]}] | the key 'says' is missing",
                "stages: [{name: a, files: base/*.sql, errors: [{code: [42710, 42710], says: x}]}] | the error 42710 is"
                        + " stated twice for this stage",
                "stages: [{name: a, files: base/*.sql, adds: {tabels: 1}}] | unknown measure 'tabels' (did you mean"
                        + " 'tables'?)",
                "stages: [{name: a, files: base/*.sql, adds: {tables: \">=0\"}}] | every count is within '>=0': it"
                        + " claims nothing",
                "stages: [{name: a, files: base/*.sql, adds: {tables: 5%}}] | '5%' is a share of nothing",
                "stages: [{name: a, files: nothing/*.sql}] | 'nothing/*.sql' matches no *.sql file",
                "rollback: each | the key 'rollback' is for stages",
                "{rollback: each, stages: [{name: a, files: base/*.sql}]} | the stage 'a' has no rollback, and the plan"
                        + " is to undo it",
                "{rollback: {downTo: b}, stages: [{name: a, files: base/*.sql}]} | there is no stage 'b'",
                "{rollback: {downTo: a}, stages: [{name: a, files: base/*.sql}]} | no stage comes after 'a'"
            })
    void whatIsWrongWithStagesIsSaidAtItsPlace(String keys, String problem) {
        String yaml = keys.startsWith("{") ? keys.substring(1, keys.length() - 1) : keys;
        String lines = yaml.replaceFirst(", stages:", "\n  stages:");

        assertThatThrownBy(() -> verify("  " + lines + "\n"))
                .isInstanceOfSatisfying(
                        SpecException.class,
                        e -> assertThat(e.problems()).anySatisfy(each -> {
                            assertThat(each.message()).startsWith(problem);
                            assertThat(each.location().line()).isBetween(5, 6);
                        }));
    }

    @Test
    void stagesAreForSqlFilesOnly() {
        assertThatThrownBy(() -> trial.verify((HEAD + STAGED).replace("runner: sql", "runner: flyway")))
                .isInstanceOfSatisfying(
                        SpecException.class,
                        e -> assertThat(e.problems())
                                .extracting(each -> each.message())
                                .contains(
                                        "the key 'stages' is not for runner: flyway; it is for sql",
                                        "the key 'rollback' is not for runner: flyway; it is for sql"));
    }

    @Test
    void aFileThatNoStageNamesIsAProblem() {
        trial.migration("3.sql", "select 1;").migration("stage2/x.sql", "select 1;");

        assertThatThrownBy(() -> verify(STAGED.replace("stage2/*.sql", "stage2/1.sql")))
                .isInstanceOfSatisfying(
                        SpecException.class,
                        e -> assertThat(e.problems())
                                .extracting(each -> each.location().line() + " " + each.message())
                                .containsExactly(
                                        "4 no stage names 3.sql, so nothing would run it; add it to a stage, or move it"
                                                + " elsewhere",
                                        "4 no stage names stage2/x.sql, so nothing would run it; add it to a stage, or move it"
                                                + " elsewhere"));
    }
}
