package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.catalog.Fingerprint;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.Revision;
import org.pgassay.migration.Target;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.TestServers;

/** Every tool that says so stops after any revision and undoes one at a time, whatever the graph looks like. */
class StepwiseTest {

    private static final String OWNER = "stepwise_owner";

    @TempDir
    Path folder = Path.of("");

    private Trial trial() {
        return new Trial(folder);
    }

    private MigrationRunner runner(String migrations) {
        trial().write("spec.yaml", "spec: trial\nmigrations: {" + migrations + "}\n");
        return Runners.of(Families.reader().read(folder.resolve("spec.yaml"))).orElseThrow();
    }

    /** Something that is done in a database of its own. */
    private interface Work {
        void in(Target target) throws SQLException;
    }

    private static void inDatabase(Work work) throws SQLException {
        try (Databases databases = new Databases(TestServers.shared())) {
            databases.ensureRole(OWNER);
            Database database = databases.create(OWNER);
            work.in(Preparation.target(database, OWNER));
        }
    }

    private static void done(MigrationRun run) {
        assertThat(run.steps()).isNotEmpty().allSatisfy(step -> {
            assertThat(step.failure()).isNull();
            assertThat(step.state()).isEqualTo(MigrationRun.State.APPLIED);
        });
    }

    /** The columns, without what tools write down: a version table stays when all is undone. */
    private static String columns(Target target) throws SQLException {
        try (Connection connection = target.open();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select string_agg(concat_ws(' ', table_name, column_name, data_type, is_nullable), ', '
                                          order by table_name, ordinal_position)
                        from information_schema.columns
                        where table_schema = 'public' and table_name not in ('alembic_version', 'flyway_schema_history',
                          'databasechangelog', 'databasechangeloglock')""")) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static String fingerprint(Target target) throws SQLException {
        try (Connection connection = target.open()) {
            return Fingerprint.of(CatalogReader.read(connection, List.of("public")));
        }
    }

    /** Up one by one, down one by one, and up at once; every state on the way down is that on the way up. */
    private static String upAndDown(MigrationRunner runner, Target target) throws SQLException {
        List<Revision> order = runner.graph().order();
        List<String> states = new ArrayList<>();
        for (Revision revision : order) {
            states.add(columns(target));
            done(runner.upgrade(target, List.of(revision)));
        }
        String whole = columns(target);
        List<Revision> back = new ArrayList<>(order);
        Collections.reverse(back);
        for (Revision revision : back) {
            done(runner.downgrade(target, List.of(revision)));
            assertThat(columns(target))
                    .as("after undoing " + revision.id())
                    .isEqualTo(states.remove(states.size() - 1));
        }
        done(runner.upgrade(target, order));
        assertThat(columns(target)).isEqualTo(whole);
        return fingerprint(target);
    }

    private AlembicProject branches() {
        return new AlembicProject(trial())
                .table("001", "None", "a")
                .table("002", "\"001\"", "b")
                .table("003", "\"001\"", "c")
                .table("004", "\"002\"", "d")
                .revision(
                        "005",
                        "(\"004\", \"003\")",
                        "op.add_column(\"b\", sa.Column(\"x\", sa.Text))",
                        "op.drop_column(\"b\", \"x\")")
                .table("006", "\"005\"", "e");
    }

    @Test
    void alembicUndoesMergesSiblingsAndRootsOneAtATime() throws SQLException {
        Alembic.require();
        branches()
                .revision(
                        "100",
                        "None",
                        "branch_labels = (\"other\",)\ndepends_on = \"003\"",
                        "op.add_column(\"c\", sa.Column(\"y\", sa.Text))",
                        "op.drop_column(\"c\", \"y\")");

        inDatabase(target -> upAndDown(runner("runner: alembic, path: project"), target));
    }

    @Test
    void alembicsOwnSqlMakesTheSameSchemaRevisionByRevision() throws Exception {
        Alembic.require();
        branches();
        String up = print("upgrade", "heads");
        String down = print("downgrade", "head:base");
        trial().write("offline/up.sql", up).write("offline/down.sql", down);
        MigrationRunner offline = runner("runner: alembic, path: project, command: offline,"
                + " offline: {upgrade: offline/up.sql, downgrade: offline/down.sql}");
        MigrationRunner instead = runner(
                "runner: alembic, path: project, command: no-such-alembic," + " offline: {upgrade: offline/up.sql}");
        List<String> made = new ArrayList<>();

        inDatabase(target -> made.add(upAndDown(offline, target)));
        inDatabase(target -> {
            done(instead.upgrade(target, instead.graph().order()));
            made.add(fingerprint(target));
        });
        inDatabase(target -> {
            MigrationRunner online = runner("runner: alembic, path: project");
            done(online.upgrade(target, online.graph().order()));
            made.add(fingerprint(target));
        });

        assertThat(made).hasSize(3);
        assertThat(made.stream().distinct()).hasSize(1);
        assertThat(offline.description()).contains("command: offline");
        assertThat(instead.description()).contains("not installed");
    }

    private String print(String verb, String target) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("alembic", verb, target, "--sql")
                .directory(folder.resolve("project").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DATABASE_URL", "postgresql://nobody@localhost/none");
        Process process = builder.start();
        String sql = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return sql;
    }

    @Test
    void flywayUndoesByItsUndoFiles() throws SQLException {
        trial().migration("V1__a.sql", "create table a (id int);")
                .migration("U1__a.sql", "drop table a;")
                .migration("V2__b.sql", "create table b (id int);")
                .migration("U2__b.sql", "drop table b;");

        inDatabase(target -> upAndDown(runner("runner: flyway, path: migrations"), target));
    }

    @Test
    void flywayStopsBeforeWhatIsRepeatable() throws SQLException {
        trial().migration("V1__a.sql", "create table a (id int);")
                .migration("V2__b.sql", "create table b (id int);")
                .migration("R__v.sql", "create or replace view v as select * from b;");
        MigrationRunner flyway = runner("runner: flyway, path: migrations");

        inDatabase(target -> {
            for (Revision revision : flyway.graph().order()) {
                done(flyway.upgrade(target, List.of(revision)));
            }
            MigrationRun.Step undone = flyway.downgrade(
                            target, List.of(flyway.graph().order().get(2)))
                    .steps()
                    .get(0);
            assertThat(undone.failure().message()).contains("nothing undoes a repeatable migration");
        });
    }

    @Test
    void liquibaseRollsBackOneAtATime() throws IOException, SQLException {
        Files.createDirectories(folder.resolve("db"));
        trial().write("db/changelog.sql", """
                --liquibase formatted sql
                --changeset ann:1
                create table a (id int);
                --rollback drop table a;
                --changeset ann:2
                create table b (id int);
                --rollback drop table b;
                """);

        inDatabase(target -> upAndDown(runner("runner: liquibase, path: db/changelog.sql"), target));
    }
}
