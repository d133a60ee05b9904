package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.check.Verdict;
import org.pgassay.postgres.server.ServerChoice;

/** The fourth real system, as it should be and as it was delivered. */
class ItlPgvectorTest {

    private static final Path FOLDER = Path.of("schema-specs/itl-pgvector");

    private static final Path SPEC = FOLDER.resolve("itl-pgvector.yaml");

    private static final Path DELIVERED = Path.of("src/test/resources/itl-pgvector/as-delivered");

    @Test
    @Tag("long")
    void theRightSchemaAndItsSeedsAreVerifiedAlikeOnEveryVersion() {
        List<Report> reports = IntStream.rangeClosed(14, 18)
                .mapToObj(major -> Trial.verify(SPEC, VerifyOptions.defaults().onPostgres(major)))
                .toList();

        for (Report report : reports) {
            assertThat(Trial.failures(report)).isEmpty();
            assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
            assertThat(report.results()).isEqualTo(reports.get(0).results());
            assertThat(report.seeds().tables())
                    .filteredOn(table -> table.table().equals("users"))
                    .extracting(SeedFigures.Filling::rows)
                    .containsExactly(9L);
        }
    }

    /** The embedded server lacks the extension; nothing of that part may look as if it had been tried. */
    @Test
    void theKnowledgeBaseIsUnverifiedWhereThereAreNoVectors() {
        Report report = Trial.verify(
                Path.of("src/test/resources/itl-pgvector/knowledge/knowledge.yaml"),
                VerifyOptions.defaults().on(new ServerChoice.Embedded()));

        assertThat(report.verdict()).isEqualTo(Report.Overall.INCOMPLETE);
        assertThat(report.results()).noneMatch(result -> result.finding().verdict() == Verdict.FAILED);
        assertThat(report.claims()).allMatch(claim -> claim.verdict() == Verdict.UNVERIFIED);
        assertThat(report.results())
                .filteredOn(result -> result.finding().check().equals("index/definition"))
                .isNotEmpty()
                .allMatch(result -> result.finding().verdict() == Verdict.UNVERIFIED
                        && result.finding().message().contains("vector"));
    }

    @Test
    void theDeliveredSchemaIsRejectedWithExactlyTheClaimsThatAreUntrue(@TempDir Path folder) throws IOException {
        Report report = new Trial(folder)
                .copy(FOLDER)
                .write("migrations/001.sql", Files.readString(DELIVERED.resolve("001.sql")))
                .verify(ofSqlFiles());

        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        assertThat(report.claims().stream()
                        .filter(claim -> claim.verdict() != Verdict.PASSED)
                        .map(Report.ClaimResult::says))
                .containsExactlyElementsOf(Files.readAllLines(DELIVERED.resolve("untrue-claims.txt")));
        // Counted by hand in the facts of the delivery.
        assertThat(Trial.failures(report).stream().filter(failure -> failure.contains("rule/foreign-keys-indexed")))
                .containsExactlyInAnyOrder(
                        "FAILED rule/foreign-keys-indexed agent_configs.agent_configs_default_output_format_id_fkey",
                        "FAILED rule/foreign-keys-indexed agent_configs.agent_configs_llm_model_id_fkey",
                        "FAILED rule/foreign-keys-indexed agent_tools.agent_tools_tool_id_fkey",
                        "FAILED rule/foreign-keys-indexed sessions.sessions_agent_id_fkey",
                        "FAILED rule/foreign-keys-indexed tenant_agent_permissions.tenant_agent_permissions_agent_id_fkey",
                        "FAILED rule/foreign-keys-indexed tenant_agent_permissions.tenant_agent_permissions_output_override_id_fkey",
                        "FAILED rule/foreign-keys-indexed tenant_tool_permissions.tenant_tool_permissions_tool_id_fkey",
                        "FAILED rule/foreign-keys-indexed tool_configs.tool_configs_output_format_id_fkey");
    }

    /** The spec over SQL files: of the delivery only the schema is known, not the revisions that made it. */
    private static String ofSqlFiles() throws IOException {
        String spec = Files.readString(SPEC);
        String over =
                spec.replaceFirst("(?m)^migrations:\\n(?: .*\\n)+", "migrations: {runner: sql, path: migrations}\n");
        assertThat(over).isNotEqualTo(spec);
        return over;
    }
}
