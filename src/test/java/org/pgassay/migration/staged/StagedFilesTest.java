package org.pgassay.migration.staged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.migration.Login;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRun.Failure;
import org.pgassay.migration.MigrationRun.State;
import org.pgassay.migration.MigrationRun.Step;
import org.pgassay.migration.Target;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.TestServers;

/** Stages run as they are run in the field, and nothing that goes wrong in one touches those before it. */
class StagedFilesTest {

    @TempDir
    private Path folder = Path.of("");

    private Databases databases = new Databases(TestServers.shared());
    private Database database = databases.existing("postgres");

    @BeforeEach
    void makeDatabase() throws SQLException {
        databases = new Databases(TestServers.shared());
        database = databases.create(null);
    }

    @AfterEach
    void dropDatabase() {
        databases.close();
    }

    private final Target target = new Target() {
        @Override
        public Connection open() throws SQLException {
            return database.open();
        }

        @Override
        public Login login() {
            throw new UnsupportedOperationException("no tool of its own is started");
        }
    };

    private Stage stage(String name, boolean whole, List<ExpectedError> errors, String... scripts) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String script : scripts) {
            files.add(Files.writeString(folder.resolve(name + files.size() + ".sql"), script));
        }
        return new Stage(name, files, whole, errors, null);
    }

    private Stage whole(String name, String... scripts) throws IOException {
        return stage(name, true, List.of(), scripts);
    }

    private MigrationRun run(Stage... stages) throws IOException, SQLException {
        StagedFiles runner = new StagedFiles(List.of(stages));
        return runner.upgrade(target, runner.graph().order());
    }

    private static List<State> states(MigrationRun run) {
        return run.steps().stream().map(Step::state).toList();
    }

    private static Failure failure(Step step) {
        Failure failure = step.failure();
        assertThat(step.state()).isEqualTo(State.FAILED);
        assertThat(failure).isNotNull();
        return failure == null ? new Failure("", 0, 0, "", "") : failure;
    }

    private static ExpectedError error(String code, String object) {
        return new ExpectedError(Set.of(code), object::equals);
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private boolean there(String table) throws SQLException {
        return !one("select to_regclass('" + table + "')").equals("null");
    }

    @Test
    void aStageThatFailsLeavesNothingAndThoseBeforeItStand() throws Exception {
        MigrationRun run = run(
                whole("base", "create table a ();"),
                whole("one", "create table b ();", "create table c ();\nselect 1/0;"),
                whole("two", "create table d ();"));

        assertThat(states(run)).containsExactly(State.APPLIED, State.FAILED, State.PENDING);
        assertThat(failure(run.steps().get(1)))
                .isEqualTo(new Failure(
                        folder.resolve("one1.sql").toString(), 2, 2, "select 1/0", "ERROR 22012: division by zero"));
        assertThat(List.of(there("a"), there("b"), there("c"), there("d"))).containsExactly(true, false, false, false);
    }

    @Test
    void statementByStatementWhatHasRunStays() throws Exception {
        MigrationRun run = run(stage("one", false, List.of(), "create table b (); select 1/0; create table c ();"));

        assertThat(states(run)).containsExactly(State.FAILED);
        assertThat(List.of(there("b"), there("c"))).containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExpectedErrorTakesBackItsStatementOnly(boolean whole) throws Exception {
        MigrationRun run = run(
                whole("base", "create table a (id int constraint only_one unique);"),
                stage(
                        "one",
                        whole,
                        List.of(error("42P07", "only_one"), error("22P02", "integer")),
                        "create table b ();\nalter table a add constraint only_one unique (id);\ncreate table c ();",
                        "copy a from stdin;\n1\nx\n\\.\ninsert into a values (7);"));

        Step step = run.steps().get(1);
        assertThat(step.failure()).isNull();
        assertThat(step.refused()).extracting(MigrationRun.Refused::error).containsExactly(0, 1);
        assertThat(step.refused().get(0).failure().line()).isEqualTo(2);
        assertThat(step.statements()).isEqualTo(3);
        assertThat(one("select string_agg(id::text, ',') from a")).isEqualTo("7");
        assertThat(there("b") && there("c")).isTrue();
    }

    @Test
    void anExpectedErrorBetweenBeginAndCommitDoesNotTakeBackTheRest() throws Exception {
        MigrationRun run = run(stage(
                "one",
                false,
                List.of(error("22012", "zero")),
                "begin; create table a (); select 1/0; create table b (); commit; create table c ();"));

        assertThat(states(run)).containsExactly(State.APPLIED);
        assertThat(there("a") && there("b") && there("c")).isTrue();
    }

    @Test
    void anErrorAboutSomethingElseIsNotTheExpectedOne() throws Exception {
        MigrationRun run = run(stage(
                "one",
                true,
                List.of(error("42P07", "b")),
                "create table a (); create table b (); create table b (); create table a ();"));

        assertThat(failure(run.steps().get(0)).message()).isEqualTo("ERROR 42P07: relation \"a\" already exists");
        assertThat(run.steps().get(0).refused()).hasSize(1);
        assertThat(there("b")).isFalse();
    }

    @Test
    void anErrorOfAnotherCodeIsNotTheExpectedOne() throws Exception {
        MigrationRun run = run(
                stage("one", true, List.of(new ExpectedError(Set.of("42P07"), name -> true)), "select nothing_there;"));

        assertThat(failure(run.steps().get(0)).message()).startsWith("ERROR 42703");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "23505 | uq_b | insert into b values (1), (1)",
                "23505 | b | insert into b values (1), (1)",
                "23505 | public.b | insert into b values (1), (1)",
                "23502 | n | insert into b values (2, null)",
                "42723 | twice | create function twice(int) returns int language sql as 'select 2 * $1'",
                "42804 | role_simple | alter table b alter column role type role_simple",
                "42P01 | gone | drop table other.gone",
                "42710 | role | create type role as enum ()"
            })
    void anErrorIsAboutWhatItNames(String code, String object, String sql) throws Exception {
        String base = """
                create schema other;
                create type role as enum ('a');
                create type role_simple as enum ('a');
                create table b (id int constraint uq_b unique, n int not null default 1, role role);
                create function twice(int) returns int language sql as 'select 2 * $1';
                """;

        MigrationRun run = run(whole("base", base), stage("one", true, List.of(error(code, object)), sql));

        assertThat(run.steps().get(1).failure()).isNull();
        assertThat(run.steps().get(1).refused()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit",
                "/* now */ COMMIT and chain",
                "begin",
                "start transaction",
                "rollback",
                "abort",
                "end",
                "rollback work",
                "prepare transaction 'x'"
            })
    void nothingMayEndTheTransactionThatAStageIs(String sql) throws Exception {
        MigrationRun run = run(whole("one", "create table a ();\n" + sql + ";\ncreate table b ();"));

        Failure failure = failure(run.steps().get(0));
        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.message()).startsWith("the whole stage is one transaction");
        assertThat(there("a")).isFalse();
    }

    @Test
    void savepointsOfAFileAreItsOwn() throws Exception {
        MigrationRun run = run(stage(
                "one",
                true,
                List.of(error("22012", "zero")),
                "savepoint s; create table a (); select 1/0; rollback to s; create table b (); release s;"
                        + " prepare p as select 1;"));

        assertThat(run.steps().get(0).failure()).isNull();
        assertThat(List.of(there("a"), there("b"))).containsExactly(false, true);
    }

    @Test
    void whatIsDeferredToTheEndOfTheTransactionCountsForTheStage() throws Exception {
        MigrationRun run = run(whole(
                "one",
                "create table a (id int primary key);"
                        + "create table b (a int references a deferrable initially deferred);"
                        + "insert into b values (1);"));

        assertThat(failure(run.steps().get(0)).message()).startsWith("at the end of its transaction: ERROR 23503");
        assertThat(there("a")).isFalse();
    }

    @Test
    void filesOfOneTransactionShareASessionAndOthersDoNot() throws Exception {
        String sets = "create schema s; set search_path = s;";
        assertThat(states(run(
                        whole("one", sets, "create table a ();"),
                        stage("two", false, List.of(), "set search_path = s", "create table b ();"))))
                .containsExactly(State.APPLIED, State.APPLIED);

        assertThat(there("s.a")).isTrue();
        assertThat(there("public.b")).isTrue();
    }

    @Test
    void whatCannotRunInATransactionRunsStatementByStatement() throws Exception {
        String sql = "create index concurrently i on t (id); vacuum t;";

        assertThat(states(run(whole("base", "create table t (id int);"), stage("one", false, List.of(), sql))))
                .containsExactly(State.APPLIED, State.APPLIED);
        assertThat(failure(run(whole("two", sql.replace(" i ", " j "))).steps().get(0))
                        .message())
                .startsWith("ERROR 25001");
    }

    @Test
    void dumpsAreRead() throws Exception {
        String dump = "\\restrict abc\ncreate table t (id int);\ncopy t from stdin;\n1\n2\n\\.\n\\unrestrict abc\n";

        assertThat(states(run(whole("one", dump)))).containsExactly(State.APPLIED);
        assertThat(one("select count(*) from t")).isEqualTo("2");
        assertThat(failure(run(whole("two", "select 1;\n\\i other.sql\n"))
                                .steps()
                                .get(0))
                        .line())
                .isEqualTo(2);
    }

    @Test
    void aStageThatIsMadeToFailLeavesNothing() throws Exception {
        StagedFiles runner = new StagedFiles(List.of(
                stage("one", true, List.of(new ExpectedError(Set.of("P0001"), name -> true)), "create table a ();")));

        Step step = runner.failing(target, runner.graph().order().get(0));

        assertThat(step.state()).isEqualTo(State.FAILED);
        assertThat(StagedFiles.broughtAbout(step)).isTrue();
        assertThat(there("a")).isFalse();
        Stage broken = whole("two", "select 1/0;");
        StagedFiles other = new StagedFiles(List.of(broken));
        assertThat(StagedFiles.broughtAbout(
                        other.failing(target, other.graph().order().get(0))))
                .isFalse();
    }

    @Test
    void aLostConnectionIsNoFailedStage() throws Exception {
        Stage lost = stage(
                "one",
                true,
                List.of(new ExpectedError(Set.of("57P01"), name -> true)),
                "create table a (); select pg_terminate_backend(pg_backend_pid());");

        assertThatThrownBy(() -> run(lost)).isInstanceOf(SQLException.class);
        assertThat(there("a")).isFalse();
    }

    @Test
    void aStageIsUndoneAsItIsRunAndOneWithoutAFileIsNot() throws Exception {
        Path back = Files.writeString(folder.resolve("back.sql"), "drop table a; select 1/0;");
        Stage one = new Stage("one", whole("one", "create table a ();").files(), true, List.of(), back);
        StagedFiles runner = new StagedFiles(List.of(whole("base", "select 1;"), one));
        runner.upgrade(target, runner.graph().order());

        Step step = runner.downgrade(target, List.of(runner.graph().order().get(1)))
                .steps()
                .get(0);

        assertThat(failure(step).message()).isEqualTo("ERROR 22012: division by zero");
        assertThat(there("a")).isTrue();
        assertThat(failure(runner.downgrade(
                                        target, List.of(runner.graph().order().get(0)))
                                .steps()
                                .get(0))
                        .message())
                .isEqualTo("nothing undoes it: the stage names no rollback");
    }
}
