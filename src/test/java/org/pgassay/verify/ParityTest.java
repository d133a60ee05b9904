package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.check.Finding;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.postgres.server.TestServers;
import org.pgassay.report.HtmlReport;
import org.pgassay.report.JsonReport;
import org.pgassay.report.MarkdownReport;
import org.pgassay.spec.Spec;
import org.pgassay.spec.SpecException;

/** {@code parity:}, from the spec to the reports. */
class ParityTest {

    private static final String LEGACY = """
            create table "<b>clients</b>" (id int primary key, name text not null, mail text);
            create table orders (id int primary key, note text);
            """;

    private static final String MIGRATED = """
            create table "<b>clients</b>" (id int primary key, name text not null, email text);
            create table orders (id int primary key, note text);
            create table later ();
            """;

    private static Report verified(Path folder, String parity) throws Exception {
        Files.writeString(folder.resolve("legacy.sql"), LEGACY);
        return new Trial(folder).migration("1.sql", MIGRATED).verify("parity: " + parity + "\n");
    }

    @Test
    void whatIsComparedStandsInEveryReport(@TempDir Path folder) throws Exception {
        Report report = verified(folder, "{with: legacy.sql, minimum: 95%, extra: allowed}");

        assertThat(Trial.failures(report)).containsExactly("FAILED parity/total legacy.sql");
        Finding finding = Trial.finding(report, "parity/total", "legacy.sql");
        assertThat(finding.observed()).isEqualTo("90 %: 9 of 10 objects");
        assertThat(finding.evidence())
                .contains("perhaps renamed: column \"<b>clients</b>\".mail to column \"<b>clients</b>\".email")
                .noneMatch(line -> line.contains("later"));
        JsonNode parity = new JsonMapper().readTree(JsonReport.render(report)).path("parity");
        assertThat(parity.path("total").path("onlyRight").asInt()).isEqualTo(2);
        assertThat(parity.path("renames")).hasSize(1);
        assertThat(HtmlReport.render(report))
                .contains("Parity with legacy.sql", "&lt;b&gt;clients")
                .doesNotContain("<b>clients");
        assertThat(MarkdownReport.render(report))
                .contains("## Parity with legacy.sql")
                .doesNotContain("<b>clients");
    }

    @Test
    void aMinimumThatIsReachedHolds(@TempDir Path folder) throws Exception {
        Report report = verified(folder, "{with: legacy.sql, minimum: 88.9%, extra: allowed, kinds: {tables: 100%}}");

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(Trial.finding(report, "parity/kind", "tables").examined()).isEqualTo(2);
    }

    @Test
    void whatCannotBeHadIsUnverifiedAndWhatIsWrongIsAProblem(@TempDir Path folder) throws Exception {
        assertThat(Trial.failures(verified(folder, "{with: $PGASSAY_TEST_IS_NOT_SET}")))
                .containsExactly("UNVERIFIED parity/total $PGASSAY_TEST_IS_NOT_SET");
        assertThatThrownBy(() -> verified(folder, "{with: nowhere.sql}"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("there is no file");
        assertThatThrownBy(() -> verified(folder, "{with: \"jdbc:postgresql://h/d?password=deep\"}"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("environment variable");
        assertThatThrownBy(() -> verified(folder, "{with: legacy.sql, minimum: 120%, kinds: {tables: 101%}}"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("'120%' is no share")
                .hasMessageContaining("'101%' is no share");
        assertThatThrownBy(() -> verified(folder, "{with: legacy.sql, kinds: {tabels: 1%}}"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("tabels")
                .hasMessageContaining("did you mean 'tables'");
    }

    @Test
    void aDatabaseIsNamedByTheEnvironment(@TempDir Path folder) throws Exception {
        try (ScratchDatabase database = ScratchDatabase.on(18).run(LEGACY)) {
            Path file = Files.writeString(
                    folder.resolve("spec.yaml"), "spec: p\nmigrations: {runner: none}\nparity: {with: $LEGACY_URL}\n");
            Spec spec = Families.reader().read(file);
            Counterparts.Outcome outcome = Counterparts.read(
                    spec,
                    TestServers.shared(18),
                    Trial.servers(),
                    VerifyOptions.defaults(),
                    Progress.silent(),
                    Map.of("LEGACY_URL", TestServers.adminUrl(database.connection())));

            assertThat(outcome.missing()).isEmpty();
            assertThat(outcome.counterpart()).isNotNull().satisfies(other -> {
                assertThat(other.label()).contains(database.name()).doesNotContain("secret");
                assertThat(other.catalog().tables()).hasSize(2);
            });
        }
    }
}
