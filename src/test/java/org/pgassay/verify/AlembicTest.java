package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;

/** Specs whose migrations the real Alembic applies. */
class AlembicTest {

    private static final String SPEC = """
            spec: trial
            migrations: {runner: alembic, path: project%s}
            roles: {owner: trial_owner}
            tables:
              a: {columns: {id: integer primary key}}
            """;

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void findAlembic() {
        Alembic.require();
    }

    private Trial trial() {
        return new Trial(folder);
    }

    private AlembicProject diamond() {
        return new AlembicProject(trial())
                .table("001", "None", "a")
                .table("002", "\"001\"", "b")
                .table("003", "\"001\"", "c")
                .revision("004", "(\"002\", \"003\")", "pass", "pass");
    }

    private String reason(Report report, String revision) {
        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        return Trial.finding(report, "migration/applies", revision).message();
    }

    @Test
    void theRealAlembicAppliesWhatTheSpecStates() {
        diamond();

        Report report = trial().verify(SPEC.formatted(""));

        assertThat(Trial.failures(report)).isEmpty();
        // A merge has nothing to do.
        assertThat(Trial.finding(report, "migration/applies", "004").verdict()).isEqualTo(Verdict.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {", command: [/usr/bin/python3, -m, alembic]", ", command: /usr/bin/env 'alembic'"})
    void theCommandIsTheUsersChoice(String command) {
        diamond();

        assertThat(Trial.failures(trial().verify(SPEC.formatted(command)))).isEmpty();
    }

    @Test
    void urlSchemeVariableAndEnvironmentReachTheTool() {
        diamond().env(AlembicProject.ENV.replace("url = os.environ[\"DATABASE_URL\"]", """
                        url = os.environ["SHOP_DB"]
                        assert url.startswith("postgresql+psycopg2://trial_owner:"), "scheme"
                        assert os.environ["APP_ENV"] == "test"
                        assert os.environ["PGDATABASE"] in url
                        assert "DATABASE_URL" not in os.environ
                        """));

        assertThat(Trial.failures(trial().verify(SPEC.formatted(
                        ", urlVariable: SHOP_DB, urlScheme: postgresql+psycopg2, environment: {APP_ENV: test}"))))
                .isEmpty();
    }

    @Test
    void aRevisionThatDoesNothingIsVacuousUnlessItMerges() {
        diamond().revision("005", "\"004\"", "\"\"\"Later.\"\"\"\n# nothing yet\npass", "pass");

        assertThat(Trial.failures(trial().verify(SPEC.formatted("")))).containsExactly("VACUOUS migration/applies 005");
    }

    @Test
    void aRevisionWhoseStatementsDoNotRunIsVacuousToo() {
        diamond()
                .revision("005", "\"004\"", "for name in []:\n    op.execute(\"drop table \" + name)", "pass")
                .revision("006", "\"005\"", "op.execute(\"update a set id = 2 where id = 1\")", "pass")
                .revision(
                        "007",
                        "\"006\"",
                        "op.execute(\"grant pg_monitor to current_user\") if False else None",
                        "pass");

        Report report = trial().verify(SPEC.formatted(""));

        assertThat(Trial.failures(report)).containsExactly("VACUOUS migration/applies 005");
        assertThat(Trial.finding(report, "migration/applies", "005").message())
                .contains("changes nothing: the database recorded no command of it");
    }

    @Test
    void whatTwoBranchesMakeIsNamedWithBothRevisionsThoughAlembicAppliesThem() {
        String roles = "op.execute(\"create table if not exists roles (id int primary key)\")";
        diamond()
                .revision("005", "\"001\"", roles, "op.drop_table(\"roles\")")
                .revision("006", "\"001\"", roles, "op.drop_table(\"roles\")")
                .revision("007", "(\"004\", \"005\", \"006\")", "pass", "pass")
                .revision("008", "\"007\"", roles, "pass");

        Report report = trial().verify(SPEC.formatted(""));

        assertThat(Trial.failures(report)).containsExactly("FAILED migration/same-object roles");
        Finding finding = Trial.finding(report, "migration/same-object", "roles");
        assertThat(finding.message())
                .contains("versions/005.py")
                .contains("versions/006.py")
                .doesNotContain("008");
        assertThat(finding.evidence())
                .anyMatch(line -> line.endsWith("made it"))
                .anyMatch(line -> line.endsWith("found it there, and made nothing"));
    }

    @Test
    void aDependencyBetweenBranchesMakesAnOrder() {
        String roles = "op.execute(\"create table if not exists roles (id int primary key)\")";
        diamond()
                .revision("005", "\"001\"", roles, "op.drop_table(\"roles\")")
                .revision(
                        "006",
                        "\"001\"",
                        "depends_on = \"005\"",
                        roles + "\nop.execute(\"create table rights (id int)\")",
                        "op.drop_table(\"rights\")");

        assertThat(Trial.failures(trial().verify(SPEC.formatted("")))).isEmpty();
    }

    @Test
    void aTableThatAnotherBranchHasMadeIsNamedWithItsRevision() {
        diamond()
                .env(AlembicProject.ENV.replace(
                        "context.configure(connection=connection)",
                        "context.configure(connection=connection, transaction_per_migration=True)"))
                .table("005", "\"001\"", "roles")
                .table("006", "\"001\"", "roles");

        Report report = trial().verify(SPEC.formatted(""));

        Finding failed = report.results().stream()
                .map(Report.Result::finding)
                .filter(finding -> finding.message().contains("relation \"roles\" already exists"))
                .findFirst()
                .orElseThrow();
        String other = failed.subject().equals("006") ? "005" : "006";
        assertThat(failed.help())
                .contains("table roles was made by revision " + other)
                .contains("on another branch");
        assertThat(failed.evidence()).anyMatch(line -> line.contains("versions/" + other + ".py"));
        assertThat(Trial.finding(report, "migration/same-object", "migrations").verdict())
                .isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void aHistoryWithoutBranchesHasNoneThatMakeTheSame() {
        String roles = "op.execute(\"create or replace view v as select 1 as one\")";
        new AlembicProject(trial())
                .table("001", "None", "a")
                .revision("002", "\"001\"", roles, "pass")
                .revision("003", "\"002\"", roles, "pass");

        Report report = trial().verify(SPEC.formatted(""));

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "migration/same-object", "migrations").examined())
                .isEqualTo(3);
    }

    @Test
    void aStatementThatFailsIsNamedWithItsRevisionFileAndLine() {
        diamond()
                .revision("005", "\"004\"", "op.execute(\"alter table nowhere add x int\")", "pass")
                .table("006", "\"005\"", "d");

        Report report = trial().verify(SPEC.formatted(""));

        assertThat(reason(report, "005"))
                .contains("versions/005.py:10: UndefinedTable: relation \"nowhere\" does not exist")
                .doesNotContain("statement 0");
        assertThat(Trial.finding(report, "migration/applies", "005").evidence())
                .containsExactly("alter table nowhere add x int");
        assertThat(reason(report, "004")).contains("took it back");
        assertThat(reason(report, "006")).contains("not tried");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            raise RuntimeError("not today")                | 002.py:10: RuntimeError: not today
            op.execute("insert into a values (1), (1)")    | UniqueViolation: duplicate key value violates unique constraint "a_pkey" DETAIL: Key (id)=(1) already exists
            op.drop_column("a", "nothing")                 | UndefinedColumn: column "nothing" of relation "a" does not exist
            import nowhere_at_all                          | ModuleNotFoundError: No module named 'nowhere_at_all'
            import os; os._exit(3)                         | 002.py
            import sys; sys.exit("enough")                 | enough
            """)
    void whateverARevisionDiesOfIsSaid(String upgrade, String reason) {
        new AlembicProject(trial()).table("001", "None", "a").revision("002", "\"001\"", upgrade, "pass");

        assertThat(reason(trial().verify(SPEC.formatted("")), "002"))
                .contains(reason)
                .contains("002.py");
    }

    @Test
    void aSyntaxErrorAndAMissingParentAreFoundByAlembicToo() {
        new AlembicProject(trial()).table("001", "None", "a").table("002", "\"000\"", "b");

        Report report = trial().verify(SPEC.formatted(""));

        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        assertThat(report.results().stream()
                        .map(each -> each.finding().message())
                        .toList())
                .anySatisfy(message -> assertThat(message).contains("000"));
    }

    @Test
    void anExitCodeOfZeroIsNotBelieved() {
        diamond()
                .env(
                        "import os\nfrom sqlalchemy import create_engine\ncreate_engine(os.environ[\"DATABASE_URL\"]).connect()\n");

        assertThat(reason(trial().verify(SPEC.formatted("")), "001"))
                .contains("ended without an error")
                .contains("alembic_version");
    }

    @Test
    void revisionsThatAreRolledBackAreNotApplied() {
        diamond().env("""
                import os
                from alembic import context
                from sqlalchemy import create_engine
                with create_engine(os.environ["DATABASE_URL"]).connect() as connection:
                    outer = connection.begin()
                    context.configure(connection=connection)
                    with context.begin_transaction():
                        context.run_migrations()
                    outer.rollback()
                """);

        assertThat(reason(trial().verify(SPEC.formatted("")), "001")).contains("commits what it runs");
    }

    @Test
    void anotherDatabaseIsNotTouched() {
        diamond().env("""
                from alembic import context
                from sqlalchemy import create_engine
                engine = create_engine("sqlite:///%s")
                with engine.connect() as connection:
                    context.configure(connection=connection)
                    with context.begin_transaction():
                        context.run_migrations()
                """.formatted(folder.resolve("mine.db")));

        assertThat(reason(trial().verify(SPEC.formatted("")), "001"))
                .contains("does not take its database from the environment variable DATABASE_URL")
                .contains("It was not run");
        assertThat(folder.resolve("mine.db")).isEmptyFile();
    }

    @Test
    void whatHangsIsStoppedWithAllThatItStarted() throws IOException {
        Path pids = folder.resolve("pids");
        new AlembicProject(trial())
                .table("001", "None", "a")
                .revision("002", "\"001\"", """
                import os, subprocess
                child = subprocess.Popen(["sleep", "300"])
                lost = subprocess.Popen(["sh", "-c", "setsid sleep 301 & echo $! > %s2"], start_new_session=True)
                open("%s", "w").write("%%d %%d" %% (os.getpid(), child.pid))
                op.execute("select pg_sleep(300)")""".formatted(pids, pids), "pass");

        Report report = trial().verify(SPEC.formatted(", timeLimit: 6s"));

        assertThat(reason(report, "002")).contains("had not ended after 6 s, and was stopped");
        List<String> started = new ArrayList<>(List.of(Files.readString(pids).split(" ")));
        started.add(Files.readString(folder.resolve("pids2")).strip());
        assertThat(started).hasSize(3).allSatisfy(RunningProcess::assertGone);
    }

    @Test
    void whatIsLeftBehindByARunThatEndsIsStopped() throws IOException {
        Path pid = folder.resolve("pid");
        new AlembicProject(trial()).revision("001", "None", """
                import subprocess
                child = subprocess.Popen(["sleep", "300"])
                open("%s", "w").write(str(child.pid))
                op.execute("create table a (id int primary key)")""".formatted(pid), "pass");

        assertThat(Trial.failures(trial().verify(SPEC.formatted("")))).isEmpty();
        RunningProcess.assertGone(Files.readString(pid));
    }

    @Test
    void whatIsPrintedToStandardErrorDoesNotStandInTheWayAndShowsNoPassword() {
        diamond().revision("005", "\"004\"", """
                import os, sys
                for i in range(60000):
                    print("noise %d" % i + " x" * 20, file=sys.stderr)
                op.execute("create table d (id int)")""", "pass");
        assertThat(Trial.failures(trial().verify(SPEC.formatted("")))).isEmpty();

        diamond().revision("005", "\"004\"", "import os\nraise ValueError(os.environ[\"DATABASE_URL\"])", "pass");
        assertThat(reason(trial().verify(SPEC.formatted("")), "005"))
                .contains("ValueError: postgresql://trial_owner:***@");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no-such-alembic                        | no-such-alembic cannot be started
            /usr/bin/python3 -m no_such_alembic    | No module named no_such_alembic
            sh -c 'exit 127'                       | Install it
            /usr/bin/env no-such-alembic           | No such file
            """)
    void anAlembicThatIsNotInstalledLeavesItUnverified(String command, String reason) {
        diamond();

        Report report = trial().verify(SPEC.formatted(", command: \"" + command + "\""));

        assertThat(report.verdict()).isEqualTo(Report.Overall.INCOMPLETE);
        assertThat(report.results())
                .allSatisfy(result ->
                        assertThat(result.finding().message()).contains(reason).contains("nstall"));
    }

    @Test
    void alembicThatLacksItsDriverIsToldApart() {
        diamond();

        assertThat(reason(trial().verify(SPEC.formatted(", urlScheme: postgresql+nowhere")), "001"))
                .contains("NoSuchModuleError: Can't load plugin: sqlalchemy.dialects:postgresql.nowhere");
    }

    /** Alembic puts all revisions into one transaction, which holds every lock until the last one is done. */
    @Test
    void eachRevisionHasItsOwnLocksThoughAllShareATransaction() {
        new AlembicProject(trial())
                .table("001", "None", "a")
                .revision("002", "\"001\"", "op.execute(\"alter table a alter column id type bigint\")", "pass")
                .revision("003", "\"002\"", "op.execute(\"comment on table a is 'A'\")", "pass");
        String locks = """
                tables: {a: {columns: {id: bigint primary key}}}
                locks: {forbid: [scan], maxMode: ShareUpdateExclusiveLock}
                """;
        String spec = SPEC.substring(0, SPEC.indexOf("tables:")).formatted("") + locks;

        Report report = trial().verify(spec);

        assertThat(Trial.failures(report)).containsExactly("FAILED lock/mode 002 a", "FAILED lock/scan 002 a");
        assertThat(Trial.finding(report, "lock/mode", "003").verdict()).isEqualTo(Verdict.PASSED);
    }

    /** As {@code alembic init} leaves it: env.py takes the URL from alembic.ini, and knows of no environment. */
    @ParameterizedTest
    @ValueSource(strings = {"driver://user:pass@localhost/dbname", "postgresql://me@127.0.0.1:1/mine%%20"})
    void theUrlInTheIniIsReplacedWhereNothingElseIsAsked(String url) throws IOException {
        diamond()
                .env(AlembicProject.ENV.replace(
                        "url = os.environ[\"DATABASE_URL\"]",
                        "url = context.config.get_main_option(\"sqlalchemy.url\")"));
        Path ini = folder.resolve("project/alembic.ini");
        String before = Files.readString(ini).replace("[alembic]\n", "[alembic]\nsqlalchemy.url = " + url + "\n");
        Files.writeString(ini, before);

        assertThat(Trial.failures(trial().verify(SPEC.formatted("")))).isEmpty();
        assertThat(ini).content().isEqualTo(before);
    }
}
