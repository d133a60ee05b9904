package org.pgassay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgassay.catalog.CatalogFile;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.postgres.server.TestServers;

/** What verify writes is what attest holds a database to, and nothing else is taken for it. */
class AttestCommandTest {

    private static final String DDL = "create table t (id int primary key, n int); create index i on t (n);";

    private static final String SPEC = """
            spec: shop
            title: The shop
            migrations: {runner: sql, path: migrations}
            tables: {t: {columns: {id: int primary key, n: int}, indexes: {i: (n)}}}
            """;

    @TempDir
    static Path work = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private static Path reports = Path.of("");

    @BeforeAll
    static void verify() throws IOException {
        Files.createDirectories(work.resolve("migrations"));
        Files.writeString(work.resolve("migrations/1.sql"), DDL);
        Files.writeString(work.resolve("shop.yaml"), SPEC);
        reports = work.resolve("reports");
        assertThat(run("--format", "json").exit()).isZero();
    }

    @AfterAll
    static void forget() {
        reports = Path.of("");
    }

    private static Call run(String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "verify";
        arguments[1] = work.resolve("shop.yaml").toString();
        arguments[2] = "--reports";
        arguments[3] = reports.toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        return Call.of(arguments);
    }

    private Path copied() throws IOException {
        for (String file : new String[] {"report.json", CatalogFile.NAME}) {
            Files.copy(
                    reports.resolve("shop").resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        return folder;
    }

    private static void edit(Path file, String was, String is) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(was);
        Files.writeString(file, text.replace(was, is));
    }

    @Test
    void theFileIsTheSameInEveryRun() throws IOException {
        String first = Files.readString(reports.resolve("shop").resolve(CatalogFile.NAME));
        run("--format", "json,md");

        assertThat(Files.readString(reports.resolve("shop").resolve(CatalogFile.NAME)))
                .isEqualTo(first);
        CatalogFile file = CatalogFile.read(first, "it");
        JsonNode report =
                new ObjectMapper().readTree(reports.resolve("shop/report.json").toFile());
        assertThat(file.verified()).isTrue();
        assertThat(file.title()).isEqualTo("The shop");
        assertThat(report.path("fingerprint").asText()).isEqualTo(file.fingerprint());
        assertThat(report.path("fingerprintFile").asText()).isEqualTo(CatalogFile.NAME);
        assertThat(reports.resolve("shop/report.md")).content().contains(file.fingerprint(), "`fingerprint.json`");
    }

    @Test
    void aDatabaseIsHeldToAReportInEverySpellingOfIt() throws IOException, SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(18).run(DDL)) {
            String url = TestServers.adminUrl(database.connection());
            for (String report : new String[] {"", "report.json", CatalogFile.NAME}) {
                Call call = Call.of("attest", copied().resolve(report).toString(), "--url", url);

                assertThat(call.exit()).as(call.all()).isZero();
                assertThat(call.out()).startsWith("NO DRIFT  The shop (shop)").contains("read as   outside_admin at ");
                assertThat(call.all()).doesNotContain("outside-secret");
            }
            Files.delete(folder.resolve("report.json"));
            assertThat(Call.of("attest", folder.toString(), "--url", url, "--quiet")
                            .all())
                    .startsWith("NO DRIFT");

            database.run("drop index i; alter table t add \"a<b>\" text");
            Call drift = Call.of("attest", copied().toString(), "--url", url);
            assertThat(drift.exit()).isEqualTo(1);
            assertThat(drift.out())
                    .startsWith("DRIFT  The shop (shop): 2 objects differ.")
                    .contains("index i is gone", "column t.\"a<b>\" was added");

            Call json = Call.of("attest", folder.toString(), "--url", url, "--format", "json");
            JsonNode tree = new ObjectMapper().readTree(json.out());
            assertThat(json.exit()).isEqualTo(1);
            assertThat(tree.path("outcome").asText()).isEqualTo("DRIFT");
            assertThat(tree.path("verified").path("verdict").asText()).isEqualTo("VERIFIED");
            assertThat(tree.path("drift").findValuesAsText("change")).containsExactly("added", "removed");
            assertThat(tree.path("drift").path(1).path("kind").asText()).isEqualTo("index");
            assertThat(tree.path("drift").path(1).path("name").asText()).isEqualTo("i");
            assertThat(tree.path("database").path("fingerprint").asText())
                    .startsWith("sha256:")
                    .isNotEqualTo(tree.path("verified").path("fingerprint").asText());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--only index/*, 0, '1 of ', '1 of '",
        "--shard 1/2, 0, ' checks', ' checks'",
        "REJECTED, 1, 'of a run that was REJECTED', 'was REJECTED'",
        "INCOMPLETE, 2, 'of a run that was INCOMPLETE', 'was INCOMPLETE'"
    })
    void aRunThatVerifiedNothingIsNotTakenForOneThatDid(String how, int exit, String refusal, String note)
            throws IOException, SQLException {
        String yaml = SPEC.replace("spec: shop", "spec: other")
                + (how.equals("REJECTED") ? "claims: [{says: two, measure: tables, is: 2}]\n" : "")
                + (how.equals("INCOMPLETE") ? "parity: {with: $PGASSAY_NO_SUCH_DATABASE, minimum: 99%}\n" : "");
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/1.sql"), DDL);
        Files.writeString(folder.resolve("spec.yaml"), yaml);
        String[] option = how.startsWith("--") ? how.split(" ") : new String[] {"--format", "json"};
        Call verified = Call.of(
                "verify", folder.resolve("spec.yaml").toString(), "--reports", folder.toString(), option[0], option[1]);
        assertThat(verified.exit()).as(verified.all()).isEqualTo(exit);
        try (ScratchDatabase database = ScratchDatabase.on(18).run(DDL)) {
            String url = TestServers.adminUrl(database.connection());
            String report = folder.resolve("other").toString();

            Call refused = Call.of("attest", report, "--url", url);
            assertThat(refused.exit()).isEqualTo(3);
            assertThat(refused.err()).contains(refusal, "--any-verdict");
            assertThat(refused.out()).isEmpty();

            Call asked = Call.of("attest", report, "--url", url, "--any-verdict");
            assertThat(asked.exit()).isZero();
            assertThat(asked.out()).contains("it was not verified", "The schema was not verified: its run", note);
        }
    }

    @Test
    void aRunThatBrokeOffWritesNone() throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/1.sql"), DDL);
        Files.writeString(folder.resolve("migrations/2.sql"), "select nonsense");
        Files.writeString(folder.resolve("spec.yaml"), SPEC);
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(folder.resolve("shop").resolve(CatalogFile.NAME), "that of an earlier run");

        assertThat(Call.of("verify", folder.resolve("spec.yaml").toString(), "--reports", folder.toString())
                        .exit())
                .isEqualTo(1);
        assertThat(folder.resolve("shop/report.json")).exists();
        assertThat(folder.resolve("shop").resolve(CatalogFile.NAME)).doesNotExist();
        Call call = Call.of("attest", folder.resolve("shop").toString(), "--url", "jdbc:postgresql://127.0.0.1:1/x");
        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("there is no ").contains("A run that was not finished writes none");
    }

    @Test
    void whatWasChangedOrMixedIsRefused() throws IOException {
        String url = "jdbc:postgresql://127.0.0.1:1/x?user=a&password=hidden-word";
        edit(copied().resolve(CatalogFile.NAME), "\"type\" : \"integer\"", "\"type\" : \"bigint\"");
        refused(folder, url, "its catalog has the fingerprint");

        edit(copied().resolve("report.json"), "\"VERIFIED\"", "\"REJECTED\"");
        refused(folder, url, "are not of one run");
        edit(copied().resolve("report.json"), "sha256:", "sha256:0");
        refused(folder.resolve(CatalogFile.NAME), url, "are not of one run");

        Files.delete(copied().resolve(CatalogFile.NAME));
        refused(folder, url, "there is no ");
        refused(folder.resolve("report.json"), url, "there is no ");
        refused(folder.resolve("nowhere"), url, "does not exist");
        Files.writeString(folder.resolve("other.json"), "{}");
        refused(folder.resolve("other.json"), url, "is no report");
        Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
        refused(folder.resolve("binary"), url, "is not UTF-8 text");
    }

    private static void refused(Path report, String url, String message) {
        Call call = Call.of("attest", report.toString(), "--url", url);

        assertThat(call.exit()).as(call.all()).isEqualTo(3);
        assertThat(call.err()).contains(message).doesNotContain("hidden-word", "Exception");
        assertThat(call.out()).isEmpty();
    }

    @Test
    void aWrongCallIsSaidToBeSo() throws IOException {
        String report = copied().toString();
        assertThat(Call.of("attest", report).exit()).isEqualTo(3);
        assertThat(Call.of("attest", report).err()).contains("--url");
        for (String url : new String[] {
            "embedded",
            "nonsense:hidden-word",
            "jdbc:mysql://x?password=hidden-word",
            "jdbc:postgresql://me:hidden-word@x/y"
        }) {
            Call call = Call.of("attest", report, "--url", url);
            assertThat(call.exit()).as(url).isEqualTo(3);
            assertThat(call.err()).contains("--url").doesNotContain("hidden-word");
        }
        assertThat(Call.of("attest", report, "--url", "jdbc:postgresql://x/y", "--format", "xml")
                        .exit())
                .isEqualTo(3);
        Call unreachable =
                Call.of("attest", report, "--url", "jdbc:postgresql://127.0.0.1:1/x?user=a&password=hidden-word");
        assertThat(unreachable.exit()).isEqualTo(4);
        assertThat(unreachable.err()).contains("cannot be reached").doesNotContain("hidden-word");
    }

    @Test
    void thePasswordIsTakenFromThePasswordFile() throws IOException, SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(18).run(DDL)) {
            String url = TestServers.adminUrl(database.connection()).replaceFirst("&password=.*", "");
            Path file = folder.resolve("pgpass");
            Files.writeString(file, "*:*:*:outside_admin:outside-secret\n");
            System.setProperty("org.postgresql.pgpassfile", file.toString());
            try {
                Call call = Call.of("attest", copied().toString(), "--url", url);
                assertThat(call.exit()).as(call.all()).isZero();
            } finally {
                System.clearProperty("org.postgresql.pgpassfile");
            }
            Call without = Call.of("attest", copied().toString(), "--url", url);
            assertThat(without.exit()).isEqualTo(4);
            assertThat(without.err()).contains("PGPASSWORD");
        }
    }
}
