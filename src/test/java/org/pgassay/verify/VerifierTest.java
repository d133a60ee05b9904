package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Spec;
import org.pgassay.spec.SpecException;

/** What a run says when something stands in its way: never yes. */
class VerifierTest {

    private static final String TABLE = "tables: {t: {columns: {id: int}}}\n";

    @TempDir
    private Path folder;

    private Trial trial() {
        return new Trial(folder);
    }

    @Test
    void aMigrationThatFailsIsRejectedWithFileStatementAndLine() {
        Report report = trial().migration(
                        "1.sql", "create table t (id int);\n\ncreate table u (\n  a int,\n  b intt\n);\nselect 1;")
                .migration("2.sql", "select 1")
                .verify(TABLE);

        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        assertThat(Trial.finding(report, "migration/applies", "1").message())
                .contains("1.sql:5, statement 2", "42704", "type \"intt\" does not exist");
        assertThat(Trial.finding(report, "migration/applies", "2").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(Trial.finding(report, "column/definition", "t.id").verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(report.fingerprint()).isNull();
    }

    @Test
    void anExtensionThatTheServerLacksLeavesTheRunIncomplete() {
        Report report = trial().migration("1.sql", "create table t (id int)")
                .verify("postgres: {extensions: [vector]}\n" + TABLE);

        assertThat(report.verdict()).isEqualTo(Report.Overall.INCOMPLETE);
        assertThat(report.summary()).containsEntry(Verdict.PASSED, 0);
        assertThat(report.results())
                .allSatisfy(result -> assertThat(result.finding().message()).contains("vector"));
    }

    @Test
    void anExtensionThatTheServerHasIsThereBeforeTheMigrations() {
        Report report = trial().migration("1.sql", "create table t (id int, name citext)")
                .verify("postgres: {extensions: [citext]}\nroles: {owner: o}\n"
                        + "tables: {t: {columns: {name: citext}}}");

        assertThat(Trial.failures(report)).isEmpty();
    }

    @Test
    void aSelectionThatLeavesNothingOverIsVacuous() {
        VerifyOptions defaults = VerifyOptions.defaults();
        VerifyOptions none = new VerifyOptions(
                defaults.database(), defaults.postgres(), false, false, check -> false, defaults.shard(), 1);

        Report report = trial().migration("1.sql", "create table t (id int)").verify(TABLE, none);

        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        assertThat(Trial.failures(report)).containsExactly("VACUOUS spec/selection selection");
    }

    @Test
    void aSelectionOfOneKindStillFindsAMissingColumn() {
        VerifyOptions defaults = VerifyOptions.defaults();
        VerifyOptions columns = new VerifyOptions(
                defaults.database(),
                defaults.postgres(),
                false,
                false,
                CheckFilter.of(List.of("column/*")),
                defaults.shard(),
                1);

        Report report = trial().migration("1.sql", "create table t (other int)").verify(TABLE, columns);

        assertThat(Trial.failures(report)).containsExactly("FAILED column/definition t.id");
    }

    @Test
    void shardsTogetherAreTheWhole() {
        Trial trial = trial().migration("1.sql", "create table t (id int, a int, b int, c int)");
        String yaml = "tables: {t: {columns: {id: int, a: int, b: int, c: int}, closed: all}}";
        VerifyOptions defaults = VerifyOptions.defaults();

        int whole = trial.verify(yaml).results().size();
        int parts = 0;
        for (int i = 1; i <= 3; i++) {
            VerifyOptions part = new VerifyOptions(
                    defaults.database(),
                    defaults.postgres(),
                    false,
                    false,
                    defaults.only(),
                    VerifyOptions.Shard.parse(i + "/3"),
                    1);
            parts += trial.verify(yaml, part).results().size();
        }

        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void aFragmentThatPostgresRefusesIsReportedAtItsCharacter() {
        Trial trial = trial().migration("1.sql", "create table t (id int, b text)");

        assertThatThrownBy(() -> trial.verify("""
                        tables:
                          t:
                            columns:
                              id: int not nul
                              b: varchr(20)
                            constraints:
                              k: check (id > )
                        """))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("spec.yaml:6:19: PostgreSQL refuses this column definition: syntax error")
                .hasMessageContaining("spec.yaml:7:10: PostgreSQL refuses this column definition: type \"varchr\""
                        + " does not exist (did you mean 'varchar'?)")
                .hasMessageContaining("spec.yaml:9:22: PostgreSQL refuses this constraint: syntax error");
    }

    @Test
    void whatMigrationsShouldHaveMadeAndDidNotIsRejectedByName() {
        Report report =
                trial().migration("1.sql", "create table t (id int, x int)").verify("""
                tables:
                  t:
                    columns:
                      id: int not null default next_invoice_number()
                      mood: order_status not null
                    indexes:
                      i: (mood) where deleted_at is null
                    constraints:
                      f: foreign key (id) references nowhere (id)
                """);

        assertThat(Trial.failures(report))
                .containsExactly(
                        "FAILED column/definition t.id",
                        "FAILED column/definition t.mood",
                        "FAILED foreign-key/definition t.f",
                        "FAILED index/definition i");
    }

    @Test
    void theSetUpMayMakeTheRolesAndAnApplicationWithTooMuchPowerIsFound() {
        Trial trial = trial().write("roles.sql", "create role app bypassrls; create role boss; grant boss to app")
                .migration("1.sql", "create table t (id int)");
        String yaml = "roles: {owner: boss, application: app, setup: roles.sql}\n" + TABLE;

        Report first = trial.verify(yaml);
        Report second = trial.verify(yaml);

        Finding finding = Trial.finding(first, "role/application", "app");
        assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(finding.observed()).isEqualTo("BYPASSRLS, member of the owner's role");
        assertThat(second.results()).isEqualTo(first.results());
    }

    @Test
    void migrationsRunAsTheOwner() {
        Report report = trial().migration(
                        "1.sql",
                        "create table t (id int); do $$ begin if current_user <> 'o' then raise 'no'; end if;"
                                + " end $$; alter table t owner to o")
                .verify("roles: {owner: o, application: a}\n" + TABLE);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "role/application", "a").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aLostConnectionIsErroredAndThePartialReportSaysSo() {
        Trial trial = trial().migration("1.sql", "create table t (id int)");
        trial.write("spec.yaml", "spec: trial\nmigrations: {runner: sql, path: migrations}\n" + TABLE);
        Spec spec = Families.reader().read(folder.resolve("spec.yaml"));
        Progress cut = words -> {
            if (words.equals("building the blueprint")) {
                terminateEveryone(spec);
            }
        };

        Report report = new Verifier(Trial.servers(), VerifyOptions.defaults(), cut).verify(spec, new Timings());

        assertThat(report.verdict()).isEqualTo(Report.Overall.ERRORED);
        assertThat(report.problem()).contains("The database broke off");
        assertThat(report.summary()).containsEntry(Verdict.PASSED, 0);
    }

    private static void terminateEveryone(Spec spec) {
        try (Connection connection =
                        Trial.servers().server(spec, VerifyOptions.defaults()).open("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aTableThatIsNotNamedOrNotAbsentIsFound() {
        Report report = trial().migration(
                        "1.sql", "create table t (id int); create table extra (id int); create table gone (id int)")
                .verify("closed: tables\ntables: {t: {columns: {id: int, x: absent}}, gone: absent}");

        assertThat(Trial.failures(report)).containsExactly("FAILED table/absent gone", "FAILED table/closed extra");
    }
}
