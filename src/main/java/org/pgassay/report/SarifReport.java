package org.pgassay.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Digest;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.report.view.Legible;
import org.pgassay.verify.Report;
import org.pgassay.verify.Report.Overall;
import org.pgassay.verify.Report.Result;
import org.pgassay.verify.WaiverResult;
import org.pgassay.verify.WaiverResult.Waived;

/**
 * Renders {@code report.sarif}, SARIF 2.1.0: what code scanning shows at the line of the spec that states it.
 *
 * <p>What fails, matched nothing or broke is an error; what could not be tried, and what is
 * waived, is a warning, the latter suppressed with the waiver's justification. The fingerprint of a
 * result is made of check and subject, so that it stays the same when the spec's lines move.
 */
public final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String FINGERPRINT = "checkAndSubject/v1";
    private static final String UNRESERVED = "-._~/";

    private SarifReport() {}

    /** The report as SARIF, with LF line ends and one at the end. */
    public static String render(Report report) {
        List<String> rules = report.results().stream()
                .map(result -> result.finding().check())
                .distinct()
                .toList();
        return Json.document(json -> {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool(json, rules);
            json.writeStringField("columnKind", "unicodeCodePoints");
            invocation(json, report);
            json.writeArrayFieldStart("results");
            for (Result result : report.results()) {
                String level = level(result.finding().verdict());
                if (level != null) {
                    result(json, result, level, rules, waiver(result, report));
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static @Nullable String level(Verdict verdict) {
        return switch (verdict) {
            case FAILED, VACUOUS, ERRORED -> "error";
            case UNVERIFIED, WAIVED -> "warning";
            case PASSED -> null;
        };
    }

    private static Optional<WaiverResult> waiver(Result result, Report report) {
        Finding finding = result.finding();
        Waived identity = new Waived(finding.check(), finding.subject());
        return report.waivers().stream()
                .filter(waiver -> finding.verdict() == Verdict.WAIVED && waiver.inForce())
                .filter(waiver -> waiver.waived().contains(identity))
                .findFirst();
    }

    /** Code scanning shows a suppressed result as dismissed. */
    private static void suppressions(JsonGenerator json, WaiverResult waiver) throws IOException {
        json.writeArrayFieldStart("suppressions");
        json.writeStartObject();
        json.writeStringField("kind", "external");
        json.writeStringField("status", "accepted");
        json.writeStringField(
                "justification",
                Legible.block(waiver.reason() + " (approved by " + waiver.approvedBy() + ", until " + waiver.expires()
                        + ")"));
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void tool(JsonGenerator json, List<String> rules) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "pgAssay");
        json.writeArrayFieldStart("rules");
        for (String rule : rules) {
            json.writeStartObject();
            json.writeStringField("id", rule);
            text(json, "shortDescription", "What a delivery states, checked by " + rule);
            text(json, "help", "Run 'pgassay explain " + rule + "' for what it checks, why, and how to mend it.");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void invocation(JsonGenerator json, Report report) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", report.verdict() != Overall.ERRORED);
        String problem = report.problem();
        if (problem != null) {
            json.writeArrayFieldStart("toolExecutionNotifications");
            json.writeStartObject();
            json.writeStringField("level", "error");
            text(json, "message", Legible.block(problem));
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void result(
            JsonGenerator json, Result result, String level, List<String> rules, Optional<WaiverResult> waiver)
            throws IOException {
        Finding finding = result.finding();
        json.writeStartObject();
        json.writeStringField("ruleId", finding.check());
        json.writeNumberField("ruleIndex", rules.indexOf(finding.check()));
        json.writeStringField("level", level);
        text(json, "message", message(finding));
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        location(json, finding);
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField(FINGERPRINT, Digest.hex(finding.check() + "\n" + finding.subject()));
        json.writeEndObject();
        if (waiver.isPresent()) {
            suppressions(json, waiver.get());
        }
        json.writeObjectFieldStart("properties");
        json.writeStringField("verdict", finding.verdict().name());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void location(JsonGenerator json, Finding finding) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(finding.location().file()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", finding.location().line());
        json.writeNumberField("startColumn", finding.location().column());
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("fullyQualifiedName", Legible.line(finding.subject()));
        json.writeEndObject();
        json.writeEndArray();
    }

    private static String message(Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add(finding.message());
        if (finding.expected() != null) {
            lines.add("Expected: " + finding.expected());
        }
        if (finding.observed() != null) {
            lines.add("Observed: " + finding.observed());
        }
        if (finding.help() != null) {
            lines.add(finding.help());
        }
        return Legible.block(String.join("\n", lines));
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    /** A path as a URI reference (RFC 3986): relative paths stay relative. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
        for (byte octet : path.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            char unit = (char) (octet & 0xff);
            boolean letterOrDigit =
                    (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || (unit >= '0' && unit <= '9');
            if (letterOrDigit || UNRESERVED.indexOf(unit) >= 0) {
                uri.append(unit);
            } else {
                uri.append(String.format("%%%02X", (int) unit));
            }
        }
        return uri.toString();
    }
}
