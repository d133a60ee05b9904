package org.pgassay.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.pgassay.catalog.CatalogFile;
import org.pgassay.check.Attacked;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.diff.Delta;
import org.pgassay.report.view.TenantMatrix;
import org.pgassay.spec.Location;
import org.pgassay.verify.FeatureResult;
import org.pgassay.verify.Report;
import org.pgassay.verify.Report.ClaimResult;
import org.pgassay.verify.Report.Provenance;
import org.pgassay.verify.Report.Result;
import org.pgassay.verify.Report.RevisionSummary;
import org.pgassay.verify.Report.TableSummary;
import org.pgassay.verify.WaiverResult;

/**
 * Renders {@code report.json}, whose form {@code report.schema.json} states.
 *
 * <p>Keys have a fixed order, and a key whose value is null is written. What differs between two runs on the same
 * input, {@code environment} and {@code timings}, stands at the end.
 */
public final class JsonReport {

    /** The version of the form: raised when a key changes its meaning or goes; not when one is added. */
    public static final int SCHEMA_VERSION = 1;

    private JsonReport() {}

    /** The report as JSON, with LF line ends and one at the end. */
    public static String render(Report report) {
        return Json.document(json -> report(json, report));
    }

    private static void report(JsonGenerator json, Report report) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeStringField("spec", report.spec());
        json.writeStringField("title", report.title());
        json.writeStringField("specFile", report.specFile());
        json.writeStringField("verdict", report.verdict().name());
        json.writeStringField("problem", report.problem());
        json.writeStringField("fingerprint", report.fingerprint());
        json.writeStringField("fingerprintFile", report.catalogFile() == null ? null : CatalogFile.NAME);
        json.writeObjectFieldStart("summary");
        for (Verdict verdict : Verdict.values()) {
            json.writeNumberField(verdict.name(), report.summary().getOrDefault(verdict, 0));
        }
        json.writeEndObject();
        json.writeArrayFieldStart("claims");
        for (ClaimResult claim : report.claims()) {
            claim(json, claim);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("features");
        for (FeatureResult feature : report.features()) {
            JsonAccounts.feature(json, feature);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("waivers");
        for (WaiverResult waiver : report.waivers()) {
            JsonAccounts.waiver(json, waiver);
        }
        json.writeEndArray();
        JsonAccounts.coverage(json, report.coverage());
        json.writeArrayFieldStart("results");
        for (Result result : report.results()) {
            result(json, result);
        }
        json.writeEndArray();
        JsonAccounts.tenancy(json, TenantMatrix.of(report));
        json.writeArrayFieldStart("tables");
        for (TableSummary table : report.tables()) {
            table(json, table);
        }
        json.writeEndArray();
        numbers(json, "totals", report.totals());
        JsonAccounts.rows(json, report.rows());
        json.writeArrayFieldStart("revisions");
        for (RevisionSummary revision : report.revisions()) {
            JsonAccounts.revision(json, revision);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("provenance");
        for (Provenance object : report.provenance()) {
            JsonAccounts.provenance(json, object);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("immutability");
        for (Attacked.Cell cell : report.immutability()) {
            JsonAccounts.cell(json, cell);
        }
        json.writeEndArray();
        JsonPlans.write(json, report.plans());
        Delta parity = report.parity();
        if (parity != null) {
            json.writeObjectFieldStart("parity");
            DiffJson.body(json, parity);
            json.writeEndObject();
        }
        JsonAccounts.seeds(json, report.seeds());
        json.writeObjectFieldStart("environment");
        for (Map.Entry<String, String> entry : report.environment().entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
        numbers(json, "timings", report.timings());
        json.writeEndObject();
    }

    private static void claim(JsonGenerator json, ClaimResult claim) throws IOException {
        json.writeStartObject();
        json.writeStringField("says", claim.says());
        json.writeStringField("measure", claim.measure());
        json.writeStringField("expected", claim.expected());
        json.writeStringField("measured", claim.measured());
        json.writeStringField("verdict", claim.verdict().name());
        location(json, claim.location());
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, Result result) throws IOException {
        Finding finding = result.finding();
        json.writeStartObject();
        json.writeStringField("check", finding.check());
        json.writeStringField("subject", finding.subject());
        json.writeStringField("verdict", finding.verdict().name());
        json.writeStringField("message", finding.message());
        json.writeStringField("help", finding.help());
        json.writeStringField("expected", finding.expected());
        json.writeStringField("observed", finding.observed());
        json.writeNumberField("examined", finding.examined());
        json.writeStringField("role", result.role());
        json.writeArrayFieldStart("evidence");
        for (String line : finding.evidence()) {
            json.writeString(line);
        }
        json.writeEndArray();
        location(json, finding.location());
        json.writeEndObject();
    }

    static void location(JsonGenerator json, Location location) throws IOException {
        json.writeObjectFieldStart("location");
        json.writeStringField("file", location.file());
        json.writeNumberField("line", location.line());
        json.writeNumberField("column", location.column());
        json.writeEndObject();
    }

    private static void table(JsonGenerator json, TableSummary table) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", table.name());
        json.writeStringField("group", table.group());
        json.writeStringField("comment", table.comment());
        json.writeBooleanField("exists", table.exists());
        json.writeBooleanField("specified", table.specified());
        json.writeNumberField("columns", table.columns());
        json.writeNumberField("indexes", table.indexes());
        json.writeNumberField("foreignKeys", table.foreignKeys());
        json.writeNumberField("constraints", table.constraints());
        json.writeNumberField("checked", table.checked());
        json.writeNumberField("failed", table.failed());
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, String name, Map<String, Long> numbers) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> entry : numbers.entrySet()) {
            json.writeNumberField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }
}
