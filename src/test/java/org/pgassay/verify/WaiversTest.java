package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.report.JunitXml;
import org.pgassay.report.SarifReport;
import org.pgassay.spec.SpecException;
import org.pgassay.verify.VerifyOptions.Shard;
import org.pgassay.verify.WaiverResult.Waived;

/** A waiver accepts what it is for, as long as it is in force and needed, and nothing else. */
class WaiversTest {

    private static final String TABLES = """
            tables:
              documents:
                columns: {id: bigint primary key, tenant_id: bigint not null}
                indexes: {ix_documents_tenant: (tenant_id), ix_documents_id: (id)}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Trial trial;

    @BeforeEach
    void migration() {
        trial = new Trial(folder)
                .migration("001.sql", "create table documents (id bigint primary key, tenant_id bigint not null);");
    }

    private static String waiver(String check, String subject, String expires) {
        return "  - {check: \"%s\", subject: \"%s\", reason: later, approvedBy: K. Berg, expires: %s}\n"
                .formatted(check, subject, expires);
    }

    private static VerifyOptions on(String instant) {
        return VerifyOptions.defaults().at(Clock.fixed(Instant.parse(instant), ZoneId.of("Asia/Tokyo")));
    }

    private Report verify(String waivers, VerifyOptions options) {
        return trial.verify(TABLES + "waivers:\n" + waivers, options);
    }

    @Test
    void whatAWaiverInForceMatchesIsWaivedWithItsMessageAndTheWaiversWords() {
        Report report = verify(waiver("index/*", "ix_documents_*", "2026-03-31"), on("2026-01-15T12:00:00Z"));

        Finding finding = Trial.finding(report, "index/definition", "ix_documents_tenant");
        assertThat(finding.verdict()).isEqualTo(Verdict.WAIVED);
        assertThat(finding.message()).isEqualTo("documents has no index ix_documents_tenant.");
        assertThat(finding.evidence()).containsExactly("waived: later", "approved by: K. Berg", "expires: 2026-03-31");
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(report.summary()).containsEntry(Verdict.WAIVED, 2).containsEntry(Verdict.FAILED, 0);
        assertThat(report.waivers()).singleElement().satisfies(waiver -> {
            assertThat(waiver.inForce()).isTrue();
            assertThat(waiver.waived())
                    .containsExactly(
                            new Waived("index/definition", "ix_documents_id"),
                            new Waived("index/definition", "ix_documents_tenant"));
        });
        assertThat(report.environment()).containsEntry("date of the waivers", "2026-01-15 (UTC)");
        assertThat(SarifReport.render(report))
                .contains("\"suppressions\"")
                .contains("\"justification\" : \"later (approved by K. Berg, until 2026-03-31)\"".replace(" :", ":"));
        assertThat(JunitXml.render(report)).contains("evidence: waived: later");
    }

    @Test
    void theLastDayIsInForceInUtcWhateverTheZone() {
        String waivers = waiver("index/*", "ix_documents_*", "2026-03-31");

        assertThat(verify(waivers, on("2026-03-31T23:59:59Z")).verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(Trial.failures(verify(waivers, on("2026-04-01T00:00:00Z"))))
                .containsExactlyInAnyOrder(
                        "FAILED index/definition ix_documents_id",
                        "FAILED index/definition ix_documents_tenant",
                        "FAILED waiver/in-force index/* ix_documents_*");
    }

    @Test
    void aWaiverThatMatchesNoFailureFails() {
        Report report = verify(
                waiver("index/*", "ix_documents_*", "2026-03-31")
                        + waiver("column/*", "documents.*", "2026-03-31")
                        + waiver("table/exists", "nowhere", "2026-03-31"),
                on("2026-01-15T12:00:00Z"));

        assertThat(Trial.failures(report))
                .contains("FAILED waiver/used column/* documents.*", "FAILED waiver/used table/exists nowhere")
                .hasSize(4);
        assertThat(Trial.finding(report, "waiver/used", "column/* documents.*").message())
                .contains("what it is for holds");
        assertThat(Trial.finding(report, "waiver/used", "table/exists nowhere").message())
                .contains("no finding has this check and subject");
    }

    @Test
    void aPartOfTheChecksJudgesOnlyTheWaiversWhoseChecksWereRun() {
        String waivers =
                waiver("index/*", "ix_documents_*", "2026-03-31") + waiver("*", "documents.tenant_id", "2026-03-31");
        VerifyOptions options = on("2026-01-15T12:00:00Z");
        Report some = verify(waivers, options.checking(CheckFilter.of(List.of("index/*", "waiver/used")), Shard.WHOLE));

        assertThat(some.results())
                .extracting(result ->
                        result.finding().verdict() + " " + result.finding().check())
                .containsExactly("WAIVED index/definition", "WAIVED index/definition", "PASSED waiver/used");
        Report without = verify(waivers, options.checking(CheckFilter.of(List.of("index/*")), Shard.WHOLE));
        assertThat(without.verdict()).isEqualTo(Report.Overall.VERIFIED);
        for (int i = 1; i <= 3; i++) {
            Report shard = verify(
                    waiver("index/*", "ix_documents_*", "2026-03-31"),
                    options.checking(check -> true, new Shard(i, 3)));
            assertThat(Trial.failures(shard)).allMatch(failure -> failure.startsWith("WAIVED"));
        }
    }

    @Test
    void neitherUntriedNorBrokenChecksAreWaived() {
        trial.migration("002.sql", "select nonsense;");
        Report report = verify(waiver("index/*", "ix_documents_*", "2026-03-31"), on("2026-01-15T12:00:00Z"));

        assertThat(Trial.finding(report, "index/definition", "ix_documents_id").verdict())
                .isEqualTo(Verdict.UNVERIFIED);
        assertThat(Trial.finding(report, "waiver/used", "index/* ix_documents_*")
                        .verdict())
                .isEqualTo(Verdict.UNVERIFIED);
        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
    }

    @Test
    void whatCannotBeAWaiverIsAProblemAtItsPlace() {
        assertThatThrownBy(() -> verify(
                        waiver("indx/definition", "x", "2026-03-31")
                                + waiver("waiver/*", "x", "2026-03-31")
                                + waiver("*", "*", "2026-03-31")
                                + waiver("index/*", "x", "2026-02-30")
                                + "  - {check: index/closed, subject: x, reason: \" \", expires: soon}\n",
                        VerifyOptions.defaults()))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("'indx/definition' matches no kind of check (did you mean 'index/definition'?)")
                .hasMessageContaining("'waiver/*' cannot be waived")
                .hasMessageContaining("this waives every failure there may be")
                .hasMessageContaining("'2026-02-30' is no day of the calendar")
                .hasMessageContaining("the key 'approvedBy' is missing")
                .hasMessageContaining("found 'soon', expected a date such as 2027-03-31");
    }
}
