package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.report.ReportFormat;

/** The first real system, as it should be and as it was delivered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KontaliTest {

    /** What takes long is done once: a run holds all experiments. */
    private final Map<Integer, Report> right = new HashMap<>();

    private Optional<Report> delivered = Optional.empty();

    static final Path SPEC = Path.of("schema-specs/kontali-erp/kontali-erp.yaml");

    private static final Path DELIVERED = Path.of("src/test/resources/kontali-erp/as-delivered");

    private Report right(int major) {
        return right.computeIfAbsent(
                major, version -> Trial.verify(SPEC, VerifyOptions.defaults().onPostgres(version)));
    }

    /** What the fingerprint is taken from, without experiments. */
    private static VerifyOptions structureOn(int major) {
        return VerifyOptions.defaults()
                .onPostgres(major)
                .checking(CheckFilter.of(List.of("table/*", "role/*", "migration/*")), VerifyOptions.Shard.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void theRightSchemaIsVerified(int major) {
        verified(right(major));
    }

    @ParameterizedTest
    @Tag("long")
    @ValueSource(ints = {15, 16, 17})
    void theRightSchemaIsVerifiedOnEveryVersion(int major) {
        verified(right(major));
    }

    private static void verified(Report report) {
        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(report.totals())
                .containsEntry("tables", 17L)
                .containsEntry("indexes.secondary", 60L)
                .containsEntry("foreign-keys", 22L)
                .containsEntry("checks", 2L)
                .containsEntry("uniques", 9L);
        assertThat(report.results())
                .allSatisfy(result -> assertThat(result.finding().examined()).isPositive());
    }

    /** To the letter, but for what versions plan differently, and MERGE, which 14 does not have. */
    @Test
    void everyVersionGivesTheSameResults() {
        Report oldest = right(14);
        Report newest = right(18);

        assertThat(newest.results())
                .extracting(KontaliTest::verdict)
                .isEqualTo(oldest.results().stream().map(KontaliTest::verdict).toList());
        assertThat(newest.results())
                .filteredOn(KontaliTest::isTheSameOnEveryVersion)
                .hasSizeGreaterThan(1400)
                .isEqualTo(oldest.results().stream()
                        .filter(KontaliTest::isTheSameOnEveryVersion)
                        .toList());
    }

    private static String verdict(Report.Result result) {
        return result.finding().check() + " " + result.finding().subject() + " "
                + result.finding().verdict();
    }

    private static boolean isTheSameOnEveryVersion(Report.Result result) {
        String check = result.finding().check();
        return !check.startsWith("plan/") && !check.equals("immutability/merge");
    }

    /** PostgreSQL 14 lets everybody create in the schema public; here it is given away and closed as 15 does it. */
    @Test
    void everyVersionGivesTheSameFingerprintWhereInitdbGrantsTheSame(@TempDir Path folder) throws IOException {
        String newest = right(18).fingerprint();
        String oldestAlike = Trial.verify(SPEC, structureOn(15)).fingerprint();
        Path revoking = folder.resolve("spec.yaml");
        Files.writeString(revoking, withSetup());
        Files.writeString(folder.resolve("roles.sql"), """
                alter schema public owner to pg_database_owner;
                revoke create on schema public from public;
                """);
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        Files.copy(SPEC.resolveSibling("migrations/001_initial_schema.sql"), migrations.resolve("1_initial.sql"));
        String revoked = Trial.verify(revoking, structureOn(14)).fingerprint();

        assertThat(oldestAlike).isEqualTo(newest);
        assertThat(revoked).isEqualTo(newest);
    }

    /** Roles belong to the server: where operations made them, the migration finds them, and they are as they were. */
    @ParameterizedTest
    @Tag("long")
    @ValueSource(ints = {14, 18})
    void theRolesMayHaveBeenMadeByOperations(int major, @TempDir Path folder) throws IOException {
        VerifyOptions options = VerifyOptions.defaults().onPostgres(major);
        Report report =
                new Trial(folder).copy(SPEC.getParent()).write("roles.sql", """
                        create role kontali_owner login nosuperuser nobypassrls;
                        create role kontali_app login nosuperuser nobypassrls;
                        """).verify(withSetup(), options);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(report.fingerprint()).isEqualTo(right(major).fingerprint());
    }

    private static String withSetup() throws IOException {
        String application = "  application: kontali_app\n";
        String spec = Files.readString(SPEC);
        assertThat(spec).contains(application);
        return spec.replace(application, application + "  setup: roles.sql\n");
    }

    @Test
    void twoRunsDifferInNothingButEnvironmentAndTimings() {
        Report first = constant(right(18));
        Report second = constant(Trial.verify(SPEC, VerifyOptions.defaults().onPostgres(18)));

        for (ReportFormat format : ReportFormat.values()) {
            assertThat(format.render(second)).as(format.name()).isEqualTo(format.render(first));
        }
    }

    private static Report constant(Report report) {
        return new Report(
                report.spec(),
                report.title(),
                report.specFile(),
                report.verdict(),
                report.problem(),
                report.fingerprint(),
                report.summary(),
                report.results(),
                report.claims(),
                report.features(),
                report.waivers(),
                report.coverage(),
                report.tables(),
                report.totals(),
                report.revisions(),
                report.provenance(),
                report.trials(),
                Map.of(),
                Map.of());
    }

    @Test
    void theDeliveredSchemaIsRejectedWithExactlyTheClaimsThatAreUntrue(@TempDir Path folder) throws IOException {
        Report report = delivered(folder);

        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        List<String> untrue = report.claims().stream()
                .filter(claim -> claim.verdict() != Verdict.PASSED)
                .map(Report.ClaimResult::says)
                .toList();
        assertThat(untrue).isEqualTo(Files.readAllLines(DELIVERED.resolve("untrue-claims.txt")));
        assertThat(untrue).contains("9 unique constraints");
    }

    /** What experiments find there; each line of the list is a check, a subject, and what the message must say. */
    @Test
    void theDeliveredSchemaHasExactlyTheHolesThatAreKnown(@TempDir Path folder) throws IOException {
        List<Finding> failed = delivered(folder).results().stream()
                .map(Report.Result::finding)
                .filter(finding -> finding.verdict() == Verdict.FAILED)
                .filter(finding -> finding.check().matches("(tenancy|immutability|concurrency)/.*"))
                .toList();
        List<String> holes = Files.readAllLines(DELIVERED.resolve("holes.txt"));

        assertThat(failed)
                .extracting(finding -> finding.check() + " " + finding.subject())
                .containsExactlyInAnyOrderElementsOf(holes.stream()
                        .map(hole -> hole.substring(0, hole.indexOf(": ")))
                        .toList());
        assertThat(holes)
                .allSatisfy(hole -> assertThat(failed)
                        .filteredOn(finding -> hole.startsWith(finding.check() + " " + finding.subject() + ": "))
                        .singleElement()
                        .extracting(Finding::message)
                        .asString()
                        .contains(hole.substring(hole.indexOf(": ") + 2)));
    }

    private Report delivered(Path folder) throws IOException {
        if (delivered.isEmpty()) {
            delivered = Optional.of(verifyDelivered(folder));
        }
        return delivered.get();
    }

    private static Report verifyDelivered(Path folder) throws IOException {
        return new Trial(folder)
                .migration("001_initial_schema.sql", Files.readString(DELIVERED.resolve("001_initial_schema.sql")))
                .migration(
                        "001_initial_schema.down.sql",
                        Files.readString(DELIVERED.resolve("001_initial_schema.down.sql")))
                .write("roles.sql", Files.readString(DELIVERED.resolve("roles.sql")))
                .verify(withSetup());
    }
}
