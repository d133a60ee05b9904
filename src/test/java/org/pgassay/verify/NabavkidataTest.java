package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.check.Verdict;

/** The second real system, as it should be and as it was delivered. */
class NabavkidataTest {

    static final Path SPEC = Path.of("schema-specs/nabavkidata/nabavkidata.yaml");

    private static final Path DELIVERED = Path.of("src/test/resources/nabavkidata/as-delivered");

    @Test
    @Tag("long")
    void theRightSchemaIsVerifiedAlikeOnEveryVersion() {
        List<Report> reports = IntStream.rangeClosed(14, 18)
                .mapToObj(major -> Trial.verify(SPEC, VerifyOptions.defaults().onPostgres(major)))
                .toList();

        for (Report report : reports) {
            assertThat(Trial.failures(report)).isEmpty();
            assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
            assertThat(report.totals())
                    .containsEntry("tables", 32L)
                    .containsEntry("indexes.secondary", 92L)
                    .containsEntry("foreign-keys", 38L)
                    .containsEntry("uniques", 8L);
            assertThat(report.results()).isEqualTo(reports.get(0).results());
        }
        assertThat(reports.get(0).results())
                .allSatisfy(result -> assertThat(result.finding().examined()).isPositive());
    }

    @Test
    void theDeliveredSchemaIsRejectedWithExactlyTheClaimsThatAreUntrue(@TempDir Path folder) throws IOException {
        Report report = delivered(folder).verify(ofSqlFiles());

        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        List<String> untrue = report.claims().stream()
                .filter(claim -> claim.verdict() != Verdict.PASSED)
                .map(Report.ClaimResult::says)
                .toList();
        assertThat(untrue).isEqualTo(Files.readAllLines(DELIVERED.resolve("untrue-claims.txt")));
        assertThat(untrue).contains("35+ foreign keys", "8 unique constraints", "All foreign keys have indexes");
        // Counted by hand in the facts of the delivery.
        assertThat(Trial.failures(report).stream().filter(failure -> failure.contains("rule/foreign-keys-indexed")))
                .containsExactlyInAnyOrder(
                        "FAILED rule/foreign-keys-indexed admin_settings.admin_settings_updated_by_fkey",
                        "FAILED rule/foreign-keys-indexed fraud_events.fraud_events_resolved_by_fkey",
                        "FAILED rule/foreign-keys-indexed notifications.notifications_alert_id_fkey",
                        "FAILED rule/foreign-keys-indexed notifications.notifications_tender_id_fkey");
    }

    private static Trial delivered(Path folder) {
        Trial trial = new Trial(folder);
        for (String revision : List.of("20251123_153004", "20251123_220000")) {
            trial.migration(revision + ".sql", read(revision + ".sql"));
            trial.migration(revision + ".down.sql", read(revision + ".down.sql"));
        }
        return trial;
    }

    private static String read(String file) {
        try {
            return Files.readString(DELIVERED.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The spec over SQL files: of the delivery only the schema is known, not the revisions that made it. */
    private static String ofSqlFiles() {
        try {
            String spec = Files.readString(SPEC);
            String over = spec.replaceFirst(
                    "(?m)^migrations:\\n(?: .*\\n)+", "migrations: {runner: sql, path: migrations}\n");
            assertThat(over).isNotEqualTo(spec);
            return over;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
