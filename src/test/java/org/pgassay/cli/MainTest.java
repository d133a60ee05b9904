package org.pgassay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.report.ReportFormat;

/** The command line says what came of a run, by its exit code too, and never shows a stack trace for a wrong call. */
class MainTest {

    private static final String GOOD = """
            spec: trial
            migrations: {runner: sql, path: migrations}
            claims: [{says: one table, measure: tables, is: 1}]
            tables: {t: {columns: {id: int primary key, n: int, m: int}, indexes: {i: (n)}, closed: all}}
            """;

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void makeMigrations() throws IOException {
        write("migrations/1.sql", "create table t (id int primary key, n int, m int); create index i on t (n);");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Call verify(String yaml, String... options) throws IOException {
        write("spec.yaml", yaml);
        return verifyAgain(options);
    }

    private Call verifyAgain(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "verify",
                folder.resolve("spec.yaml").toString(),
                "--reports",
                folder.resolve("reports").toString()));
        arguments.addAll(List.of(options));
        return Call.of(arguments.toArray(String[]::new));
    }

    private Path report(String file) {
        return folder.resolve("reports/trial").resolve(file);
    }

    private static void assertNoStackTrace(Call call) {
        assertThat(call.all()).doesNotContain("\tat ").doesNotContain("    at ").doesNotContain("Exception");
    }

    @Test
    void whatHoldsIsVerified() throws IOException {
        Call call = verify(GOOD);

        assertThat(call.exit()).isZero();
        assertThat(call.out()).contains("VERIFIED").contains("report.json").doesNotContain("REJECTED");
        for (String file : List.of("report.md", "report.html", "report.json")) {
            assertThat(report(file)).isNotEmptyFile();
        }
    }

    @Test
    void whatDoesNotHoldIsRejectedWithItsPlace() throws IOException {
        Call call = verify(GOOD.replace("n: int,", "n: bigint,"));

        assertThat(call.exit()).isEqualTo(1);
        assertThat(call.out())
                .contains("REJECTED", "column/definition", "t.n has type integer instead of bigint", "spec.yaml:4:45");
    }

    @Test
    void aMigrationThatFailsIsRejected() throws IOException {
        write("migrations/2.sql", "select 1;\nselect nonsense;\n");

        Call call = verify(GOOD);

        assertThat(call.exit()).isEqualTo(1);
        assertThat(call.out()).contains("2.sql:2");
        assertNoStackTrace(call);
    }

    @Test
    void whatCannotBeTriedIsIncompleteUnlessThatIsAllowed() throws IOException {
        String yaml = GOOD + "parity: {with: $PGASSAY_TEST_IS_NOT_SET}\n";

        assertThat(verify(yaml).exit()).isEqualTo(2);
        assertThat(verify(yaml, "--allow-unverified").exit()).isZero();
        assertThat(verify(yaml.replace("is: 1", "is: 2"), "--allow-unverified").exit())
                .isEqualTo(1);
    }

    @Test
    void aConnectionThatIsLostBreaksTheRunAndLeavesAReportThatSaysSo() throws IOException {
        write("migrations/2.sql", "select pg_terminate_backend(pg_backend_pid())");

        Call call = verify(GOOD);

        assertThat(call.exit()).isEqualTo(4);
        assertThat(call.out()).contains("ERRORED").doesNotContain("✔");
        assertThat(new ObjectMapper()
                        .readTree(report("report.json").toFile())
                        .path("verdict")
                        .asText())
                .isEqualTo("ERRORED");
        assertNoStackTrace(call);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --format html,pdf           | pdf
            --format ''                 | format
            --postgres 13               | 13
            --postgres 99               | 99
            --postgres new              | new
            --database nonsense         | nonsense
            --database jdbc:mysql://x   | jdbc:mysql
            --shard 0/3                 | there is no such part
            --shard 4/3                 | there is no such part
            --shard 1                   | I/N
            --shard 1/0                 | there is no such part
            --only colum/definition     | did you mean 'column/definition'
            --only ''                   | matches no kind of check
            --migrate                   | --allow-writes
            --seed x                    | seed
            --nonsense                  | Unknown option
            --reports                   | Missing
            """)
    void aWrongCallIsSaidToBeSo(String options, String message) throws IOException {
        Call call = verify(GOOD, options.replace("''", "").split(" ", -1));

        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains(message);
        assertThat(call.out()).isEmpty();
        assertNoStackTrace(call);
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void aSpecThatIsWrongIsSaidToBeSoAtItsPlace() throws IOException {
        Call call = verify(GOOD.replace("columns", "colums"));

        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("spec.yaml: 1 problem", "spec.yaml:4:14: unknown key 'colums'", "^");
        assertNoStackTrace(call);
    }

    @Test
    void aSpecThatIsNotThereIsSaidToBeSo() {
        Call call = verifyAgain();

        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("does not exist");
        assertNoStackTrace(call);
    }

    @Test
    void reportsThatCannotBeWrittenAreAWrongCall() throws IOException {
        write("spec.yaml", GOOD);
        write("file", "in the way");

        for (String place : List.of("file", "file/below")) {
            Call call = Call.of(
                    "verify",
                    folder.resolve("spec.yaml").toString(),
                    "--reports",
                    folder.resolve(place).toString());

            assertThat(call.exit()).isEqualTo(3);
            assertThat(call.err()).contains("--reports").contains("cannot be written");
            assertThat(call.out()).isEmpty();
            assertNoStackTrace(call);
        }
    }

    @Test
    void theReportOfAnEarlierRunDoesNotOutliveARunThatBreaksOff() throws IOException {
        for (String broken : List.of(
                GOOD.replace("columns", "colums"),
                GOOD + "  broken: [\n",
                GOOD.replace("id: int primary key", "id: itn primary key"),
                GOOD.replace("path: migrations", "path: nowhere"))) {
            for (ReportFormat format : ReportFormat.values()) {
                write("reports/trial/" + format.fileName(), "VERIFIED");
            }
            write("reports/trial/fingerprint.json", "VERIFIED");
            assertThat(verify(broken).exit()).isEqualTo(3);
            try (var files = Files.list(folder.resolve("reports/trial"))) {
                assertThat(files).as(broken).isEmpty();
            }
        }
    }

    @Test
    void shardsTogetherAreTheWhole() throws IOException {
        verify(GOOD, "--format", "json");
        List<String> whole = checks();
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            assertThat(verify(GOOD, "--format", "json", "--shard", i + "/3").exit())
                    .isZero();
            parts.addAll(checks());
        }

        assertThat(parts).containsExactlyInAnyOrderElementsOf(whole);
        assertThat(whole).hasSizeGreaterThan(8);
    }

    private List<String> checks() throws IOException {
        List<String> checks = new ArrayList<>();
        for (JsonNode result :
                new ObjectMapper().readTree(report("report.json").toFile()).path("results")) {
            checks.add(
                    result.path("check").asText() + " " + result.path("subject").asText());
        }
        return checks;
    }

    @Test
    void onlyRunsWhatItNames() throws IOException {
        assertThat(verify(GOOD, "--only", "index/*", "--only", "table/exists").exit())
                .isZero();
        assertThat(checks()).containsExactly("index/closed t", "index/definition i", "table/exists t");
    }

    @Test
    void onlyOfWhatTheSpecDoesNotHaveIsNoPass() throws IOException {
        Call call = verify(GOOD, "--only", "foreign-key/*");

        assertThat(call.exit()).isEqualTo(1);
        assertThat(call.out()).contains("VACUOUS");
    }

    @Test
    void formatSaysWhatIsWritten() throws IOException {
        verify(GOOD, "--format", "sarif,json");

        try (var files = Files.list(folder.resolve("reports/trial"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("report.sarif", "report.json", "fingerprint.json");
        }
        verifyAgain("--format", "sarif");
        assertThat(report("fingerprint.json"))
                .as("that of an earlier run, without a report.json that says how it ended")
                .doesNotExist();
    }

    @Test
    void twoSpecsOfOneIdAreRefused() throws IOException {
        write("specs/a.yaml", GOOD.replace("path: migrations", "path: ../migrations"));
        write("specs/b.yaml", GOOD.replace("path: migrations", "path: ../migrations"));

        Call call = Call.of(
                "verify",
                folder.resolve("specs").toString(),
                "--reports",
                folder.resolve("reports").toString());

        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("b.yaml:1:7: the id 'trial' is that of", "a.yaml too");
    }

    @Test
    void theGravestOfSeveralSpecsDecides() throws IOException {
        write("specs/a.yaml", GOOD.replace("path: migrations", "path: ../migrations"));
        write(
                "specs/b.yaml",
                GOOD.replace("path: migrations", "path: ../migrations")
                        .replace("spec: trial", "spec: other")
                        .replace("is: 1", "is: 2"));

        Call call = Call.of(
                "verify",
                folder.resolve("specs").toString(),
                "--reports",
                folder.resolve("reports").toString());

        assertThat(call.exit()).isEqualTo(1);
        assertThat(call.out()).contains("VERIFIED", "REJECTED");
    }

    @Test
    void aFolderWithoutSpecsIsAWrongCall() {
        Call call = Call.of("verify", folder.toString());

        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("there is no spec in this folder");
        assertNoStackTrace(call);
    }

    @Test
    void whatLooksLikeASpecAndIsNoneIsNotPassedOver() throws IOException {
        write("specs/a.yaml", GOOD.replace("path: migrations", "path: ../migrations"));
        write("specs/forgotten.yaml", "tables: {x: {}}\n");

        Call call = Call.of(
                "verify",
                folder.resolve("specs").toString(),
                "--reports",
                folder.resolve("reports").toString());

        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("forgotten.yaml:1:1: this looks like a spec (tables)");
    }

    @Test
    void aSpecThatStatesNothingIsNoPass() throws IOException {
        Call call = verify("spec: trial\n");

        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("spec.yaml:1:7: the spec states nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner: pg_foo", "owner: public"})
    void aRoleThatCannotBeMadeIsAMistakeInTheSpec(String role) throws IOException {
        Call call = verify(GOOD + "roles: {" + role + "}\n");

        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("spec.yaml:5:1:").contains("name another role");
        assertNoStackTrace(call);
    }

    @Test
    void theSuperuserMayMigrateButNotBeTheApplication() throws IOException {
        assertThat(verify(GOOD + "roles: {owner: postgres}\n").exit()).isZero();

        Call call = verify(GOOD + "roles: {application: postgres}\n");

        assertThat(call.exit()).isEqualTo(1);
        assertThat(call.out()).contains("role/application").contains("SUPERUSER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--database=jdbc:postgresql://localhost:1/db?user=u&password=s3cret,x",
                "--database=jdbc:postgresql://u:s3cret,x@localhost:1/db",
                "--database=jdbc:postgresql:db?user=u&password=s3cret,x",
                "--database=postgresql://u:s3cret,x@localhost/db",
                "--databse=jdbc:postgresql://localhost:1/db?user=u&password=s3cret,x",
                "--postgres=jdbc:postgresql://localhost:1/db?user=u&password=s3cret,x",
                "--database=jdbc:postgresql://localhost:1/db?user=u&password=s3cret,x%",
                "--shard=postgresql://u:s3cret,x@localhost/db",
                "--format=jdbc:postgresql://localhost:1/db?user=u&password=s3cret,x"
            })
    void aPasswordIsNeverPrinted(String option) throws IOException {
        Call call = verify(GOOD, option);

        assertThat(call.exit()).isIn(3, 4);
        assertThat(call.all()).doesNotContain("s3cret").doesNotContain(",x");
        if (Files.exists(report("report.json"))) {
            for (String file : List.of("report.md", "report.html", "report.json")) {
                assertThat(report(file)).content().doesNotContain("s3cret");
            }
        }
    }

    @Test
    void quietPrintsNoProgress() throws IOException {
        assertThat(verify(GOOD, "--quiet").err()).isEmpty();
    }
}
