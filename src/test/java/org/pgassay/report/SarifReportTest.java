package org.pgassay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgassay.check.Verdict;
import org.pgassay.report.view.Legible;
import org.pgassay.verify.Report;

class SarifReportTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<Report> reports() {
        return JsonReportTest.reports().toList();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void hasAResultForAllThatDoesNotHoldAndForWhatCouldNotBeTried(Report report) throws IOException {
        JsonNode run = run(report);

        List<String> levels = new ArrayList<>();
        List<String> fingerprints = new ArrayList<>();
        for (JsonNode result : run.path("results")) {
            levels.add(result.path("level").textValue());
            fingerprints.add(result.path("partialFingerprints")
                    .path("checkAndSubject/v1")
                    .textValue());
            JsonNode rule = run.path("tool")
                    .path("driver")
                    .path("rules")
                    .get(result.path("ruleIndex").intValue());
            assertThat(rule.path("id")).isEqualTo(result.path("ruleId"));
            assertThat(result.path("message").path("text").textValue()).isNotBlank();
        }
        assertThat(levels.stream().filter("error"::equals))
                .hasSize(report.failures().size());
        assertThat(levels.stream().filter("warning"::equals))
                .hasSize(report.summary().getOrDefault(Verdict.UNVERIFIED, 0)
                        + report.summary().getOrDefault(Verdict.WAIVED, 0));
        assertThat(fingerprints).doesNotHaveDuplicates().allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void pointsAtTheLineOfTheSpec() throws IOException {
        JsonNode result = run(Reports.rejected()).path("results").get(1);
        JsonNode location = result.path("locations").get(0);

        assertThat(result.path("ruleId").textValue()).isEqualTo("immutability/forbidden");
        assertThat(location.at("/physicalLocation/artifactLocation/uri").textValue())
                .isEqualTo(Reports.FILE);
        assertThat(location.at("/physicalLocation/region/startLine").intValue()).isEqualTo(231);
        assertThat(location.at("/physicalLocation/region/startColumn").intValue())
                .isEqualTo(3);
        assertThat(location.at("/logicalLocations/0/fullyQualifiedName").textValue())
                .isEqualTo("audit_trail");
    }

    @Test
    void aRunThatBrokeWasNotSuccessful() throws IOException {
        assertThat(run(Reports.verified())
                        .at("/invocations/0/executionSuccessful")
                        .booleanValue())
                .isTrue();
        JsonNode invocation = run(Reports.errored()).at("/invocations/0");
        assertThat(invocation.path("executionSuccessful").booleanValue()).isFalse();
        assertThat(invocation.at("/toolExecutionNotifications/0/message/text").textValue())
                .contains("No space left on device");
    }

    @Test
    void hostileFileNamesAreUris() throws IOException {
        for (JsonNode result : run(Reports.hostile()).path("results")) {
            String uri = result.at("/locations/0/physicalLocation/artifactLocation/uri")
                    .textValue();
            assertThat(uri).matches("specs/([A-Za-z0-9._~/-]|%[0-9A-F]{2})+\\.yaml");
        }
    }

    @Test
    void aWaiversWordsStayTextInTheJustification() throws IOException {
        List<String> justifications = new ArrayList<>();
        for (JsonNode result : run(Reports.hostile()).path("results")) {
            JsonNode suppression = result.at("/suppressions/0/justification");
            if (!suppression.isMissingNode()) {
                justifications.add(suppression.textValue());
            }
        }

        assertThat(justifications)
                .containsExactlyElementsOf(Reports.hostileNames().stream()
                        .map(name -> Legible.block(name + " (approved by " + name + ", until " + name + ")"))
                        .toList());
    }

    private static JsonNode run(Report report) throws IOException {
        JsonNode sarif = MAPPER.readTree(SarifReport.render(report));
        assertThat(sarif.path("version").textValue()).isEqualTo("2.1.0");
        assertThat(sarif.path("runs")).hasSize(1);
        return sarif.path("runs").get(0);
    }
}
