package org.pgassay.migration.alembic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.migration.Login;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.Target;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.TestServers;

/** SQL that Alembic printed runs revision by revision, whatever stands in it. */
class AlembicSqlTest {

    private static final String OWNER = "alembic_sql_owner";

    private static final String HEAD = """
            BEGIN;

            CREATE TABLE alembic_version (
                version_num VARCHAR(32) NOT NULL,
                CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
            );

            -- Running upgrade  -> 1

            """;

    private static final String BETWEEN = """

            INSERT INTO alembic_version (version_num) VALUES ('1') RETURNING alembic_version.version_num;

            -- Running upgrade 1 -> 2

            """;

    private static final String TAIL = """

            UPDATE alembic_version SET version_num='2' WHERE alembic_version.version_num = '1';

            COMMIT;

            """;

    @TempDir
    Path folder = Path.of("");

    private Databases databases = new Databases(TestServers.shared());
    private Database database = databases.existing("postgres");

    @BeforeEach
    void makeDatabase() throws SQLException {
        databases = new Databases(TestServers.shared());
        databases.ensureRole(OWNER);
        database = databases.create(OWNER);
    }

    @AfterEach
    void dropDatabase() {
        databases.close();
    }

    /** Runs the SQL of two revisions. */
    private MigrationRun run(String first, String second) throws SQLException, IOException {
        return run(HEAD + first + BETWEEN + second + TAIL);
    }

    private MigrationRun run(String script) throws SQLException, IOException {
        Path file = folder.resolve("upgrade.sql");
        Files.writeString(file, script);
        List<Revision> revisions = RevisionGraph.linear(List.of(
                        new Revision("1", folder.resolve("1.py"), null),
                        new Revision("2", folder.resolve("2.py"), null)))
                .revisions();
        return AlembicSql.read(new RevisionGraph(revisions), file, null, "alembic_version", "by test")
                .upgrade(new OwnersTarget(database), revisions);
    }

    private record OwnersTarget(Database database) implements Target {

        @Override
        public Connection open() throws SQLException {
            return database.open(OWNER);
        }

        @Override
        public Login login() {
            return database.login(OWNER);
        }
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    /** The failure of the second revision, before which the first was applied. */
    private static MigrationRun.Failure failure(MigrationRun run) {
        assertThat(run.steps())
                .extracting(MigrationRun.Step::state)
                .containsExactly(MigrationRun.State.APPLIED, MigrationRun.State.FAILED);
        MigrationRun.Failure failure = run.steps().get(1).failure();
        assertThat(failure).isNotNull();
        return failure == null ? new MigrationRun.Failure("", 0, 0, "", "") : failure;
    }

    private static int lineOf(String text, String within) {
        return (int) text.substring(0, text.indexOf(within)).lines().count() + 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void rowsBehindCopyAreNeitherSqlNorMarks(String lineEnd) throws Exception {
        String script = HEAD + "CREATE TABLE t (a text);\n\n-- Running a comment\n" + BETWEEN
                + "COPY t FROM stdin;\nit's; $$\n-- Running upgrade 2 -> 3\nCOMMIT;\n\\.\nINSERT INTO t VALUES ('x');\n"
                + TAIL;

        MigrationRun run = run("\uFEFF" + script.replace("\n", lineEnd));

        assertThat(run.complete()).isTrue();
        assertThat(run.steps()).extracting(MigrationRun.Step::statements).containsExactly(1, 2);
        assertThat(one("select string_agg(a, '|' order by a collate \"C\") from t"))
                .isEqualTo("-- Running upgrade 2 -> 3|COMMIT;|it's; $$|x");
        assertThat(one("select version_num from alembic_version")).isEqualTo("2");
    }

    @Test
    void aFaultyRowFailsItsRevisionAndLeavesTheOneBefore() throws Exception {
        String second = "COPY t FROM stdin;\n1\nnone\n\\.\n";
        MigrationRun.Failure failure = failure(run("CREATE TABLE t (a int);\n", second));

        assertThat(failure.line()).isEqualTo(lineOf(HEAD + "CREATE TABLE t (a int);\n" + BETWEEN + second, "none"));
        assertThat(failure.message()).contains("22P02").contains("COPY t, line 2, column a");
        assertThat(one("select count(*) from t")).isEqualTo("0");
        assertThat(one("select version_num from alembic_version")).isEqualTo("1");
    }

    @Test
    void theSettingsAndTheRoleOfARevisionAreNotThoseOfTheNext() throws Exception {
        databases.ensureRole("alembic_sql_other");
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("grant alembic_sql_other to " + OWNER
                    + "; grant usage, create on schema public to alembic_sql_other");
        }

        assertThat(run(
                                "SET ROLE alembic_sql_other; CREATE TABLE a (a int); SET search_path = '';",
                                "CREATE TABLE b (a int);")
                        .complete())
                .isTrue();
        assertThat(one("select string_agg(tablename || ' ' || tableowner, ', ' order by tablename) from pg_tables"
                        + " where tablename in ('a', 'b')"))
                .isEqualTo("a alembic_sql_other, b " + OWNER);
    }

    @Test
    void whatARevisionCommitsInTheMiddleStays() throws Exception {
        MigrationRun.Failure failure = failure(run(
                "CREATE TABLE t (a int);",
                "COMMIT;\nCREATE INDEX CONCURRENTLY i ON t (a);\nBEGIN;\nCREATE TABLE u (a nonsense);\n"));

        assertThat(failure.message()).startsWith("ERROR 42704:");
        assertThat(one("select indisvalid from pg_index where indexrelid = 'i'::regclass"))
                .isEqualTo("t");
        assertThat(one("select version_num from alembic_version")).isEqualTo("1");
    }

    @Test
    void anIndexIsNotBuiltConcurrentlyInItsTransaction() throws Exception {
        assertThat(failure(run("CREATE TABLE t (a int);", "CREATE INDEX CONCURRENTLY i ON t (a);"))
                        .message())
                .startsWith("ERROR 25001:");
    }

    @Test
    void aNewValueOfATypeIsUsedByTheNextRevisionOnly() throws Exception {
        String type = "CREATE TYPE m AS ENUM ('a'); CREATE TABLE t (m m);";

        assertThat(failure(run(type, "ALTER TYPE m ADD VALUE 'b';\nINSERT INTO t VALUES ('b');"))
                        .message())
                .startsWith("ERROR 55P04:");
    }

    @Test
    void aBlockWithStringsThatLookLikeMarksIsOneStatement() throws Exception {
        MigrationRun run = run("CREATE TABLE t (a text);", """
                DO $do$ /* a; /* nested */ ; */
                BEGIN
                  INSERT INTO t VALUES (E'it\\'s; \\\\'), ($a$
                -- Running upgrade 2 -> 3
                $a$);
                END $do$;
                """);

        assertThat(run.complete()).isTrue();
        assertThat(one("select string_agg(trim(E'\\n' from a), '|' order by a collate \"C\" desc) from t"))
                .isEqualTo("it's; \\|-- Running upgrade 2 -> 3");
    }

    @Test
    void commandsOfPsqlAreRefusedAtTheirLine() throws Exception {
        MigrationRun.Failure failure = failure(run("CREATE TABLE t (a int);", "\\i other.sql\n"));

        assertThat(failure.line()).isEqualTo(lineOf(HEAD + "CREATE TABLE t (a int);" + BETWEEN + "\\i", "\\i"));
        assertThat(failure.message()).contains("psql");
    }

    @Test
    void copyToStdoutIsRefused() throws Exception {
        assertThat(failure(run("CREATE TABLE t (a int);", "COPY t TO stdout;\n"))
                        .message())
                .contains("TO stdout");
    }

    @Test
    void aNulIsRefusedAtItsLineBeforeAnythingRuns() throws Exception {
        assertThatThrownBy(() -> run("CREATE TABLE t (a int)\0;", "DROP TABLE t;"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("upgrade.sql:" + lineOf(HEAD + "\0", "\0") + ":")
                .hasMessageContaining("NUL");
        assertThat(one("select count(*) from pg_class where relname = 'alembic_version'"))
                .isEqualTo("0");
    }
}
