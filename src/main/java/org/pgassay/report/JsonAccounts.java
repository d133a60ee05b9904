package org.pgassay.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Attacked;
import org.pgassay.check.Verdict;
import org.pgassay.report.view.TenantMatrix;
import org.pgassay.verify.Coverage;
import org.pgassay.verify.Coverage.Figures;
import org.pgassay.verify.Coverage.Unspoken;
import org.pgassay.verify.FeatureResult;
import org.pgassay.verify.Report.Provenance;
import org.pgassay.verify.Report.RevisionSummary;
import org.pgassay.verify.Report.Work;
import org.pgassay.verify.RowFigures;
import org.pgassay.verify.SeedFigures;
import org.pgassay.verify.StageSummary;
import org.pgassay.verify.WaiverResult;
import org.pgassay.verify.WaiverResult.Waived;

/** Writes what {@code report.json} says over many results: features, waivers, coverage, and what revisions did. */
final class JsonAccounts {

    private JsonAccounts() {}

    static void feature(JsonGenerator json, FeatureResult feature) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", feature.name());
        json.writeStringField("says", feature.says());
        json.writeBooleanField("complete", feature.verdict() == Verdict.PASSED);
        strings(json, "needs", feature.needs());
        strings(json, "missing", feature.missing());
        json.writeStringField("verdict", feature.verdict().name());
        JsonReport.location(json, feature.location());
        json.writeEndObject();
    }

    /** What was tried between tenants; nothing where nothing was. */
    static void tenancy(JsonGenerator json, TenantMatrix matrix) throws IOException {
        if (matrix.cells().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("tenancy");
        for (TenantMatrix.Cell cell : matrix.cells()) {
            json.writeStartObject();
            json.writeStringField("table", cell.table());
            json.writeStringField("operation", cell.operation());
            json.writeStringField("outcome", cell.outcome());
            json.writeStringField("reason", cell.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void waiver(JsonGenerator json, WaiverResult waiver) throws IOException {
        json.writeStartObject();
        json.writeStringField("check", waiver.check());
        json.writeStringField("subject", waiver.subject());
        json.writeStringField("reason", waiver.reason());
        json.writeStringField("approvedBy", waiver.approvedBy());
        json.writeStringField("expires", waiver.expires());
        json.writeBooleanField("inForce", waiver.inForce());
        json.writeArrayFieldStart("findings");
        for (Waived finding : waiver.waived()) {
            json.writeStartObject();
            json.writeStringField("check", finding.check());
            json.writeStringField("subject", finding.subject());
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonReport.location(json, waiver.location());
        json.writeEndObject();
    }

    static void coverage(JsonGenerator json, @Nullable Coverage coverage) throws IOException {
        if (coverage == null) {
            json.writeNullField("coverage");
            return;
        }
        json.writeObjectFieldStart("coverage");
        figures(json, coverage.all());
        json.writeObjectFieldStart("byKind");
        for (Map.Entry<String, Figures> kind : coverage.byKind().entrySet()) {
            json.writeObjectFieldStart(kind.getKey());
            figures(json, kind.getValue());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("list");
        for (Unspoken object : coverage.list()) {
            json.writeStartObject();
            json.writeStringField("kind", object.kind());
            json.writeStringField("name", object.name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void figures(JsonGenerator json, Figures figures) throws IOException {
        json.writeNumberField("total", figures.total());
        json.writeNumberField("specified", figures.specified());
        json.writeNumberField("ruled", figures.ruled());
        json.writeNumberField("waived", figures.waived());
        json.writeNumberField("unspoken", figures.unspoken());
    }

    static void rows(JsonGenerator json, @Nullable RowFigures rows) throws IOException {
        if (rows == null) {
            json.writeNullField("rows");
            return;
        }
        json.writeObjectFieldStart("rows");
        json.writeNumberField("tables", rows.tables());
        json.writeNumberField("filled", rows.filled());
        json.writeNumberField("byHand", rows.byHand());
        json.writeArrayFieldStart("obstacles");
        for (RowFigures.Obstacle obstacle : rows.obstacles()) {
            json.writeStartObject();
            json.writeStringField("table", obstacle.table());
            json.writeStringField("reason", obstacle.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void seeds(JsonGenerator json, SeedFigures seeds) throws IOException {
        json.writeArrayFieldStart("seeds");
        for (SeedFigures.Filling filling : seeds.tables()) {
            json.writeStartObject();
            json.writeStringField("table", filling.table());
            json.writeNumberField("rows", filling.rows());
            json.writeStringField("digest", filling.digest());
            strings(json, "varying", filling.varying());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void revision(JsonGenerator json, RevisionSummary revision) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", revision.id());
        json.writeStringField("file", revision.file());
        json.writeStringField("down", revision.down());
        json.writeStringField("state", revision.state());
        json.writeNumberField("statements", revision.statements());
        json.writeStringField("title", revision.title());
        strings(json, "parents", revision.parents());
        strings(json, "dependsOn", revision.dependsOn());
        Work work = revision.work();
        if (work == null) {
            json.writeNullField("work");
        } else {
            json.writeObjectFieldStart("work");
            json.writeNumberField("commands", work.commands());
            strings(json, "made", work.made());
            strings(json, "changed", work.changed());
            strings(json, "dropped", work.dropped());
            json.writeStringField("lock", work.lock());
            strings(json, "harms", work.harms());
            json.writeEndObject();
        }
        stage(json, revision.stage());
        json.writeEndObject();
    }

    /** Nothing for a revision that is no stage. */
    private static void stage(JsonGenerator json, @Nullable StageSummary stage) throws IOException {
        if (stage == null) {
            return;
        }
        json.writeObjectFieldStart("stage");
        strings(json, "files", stage.files());
        json.writeStringField("transaction", stage.transaction() ? "stage" : "statement");
        json.writeObjectFieldStart("added");
        for (Map.Entry<String, Long> measure : stage.added().entrySet()) {
            json.writeNumberField(measure.getKey(), measure.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("errors");
        for (StageSummary.Met met : stage.errors()) {
            json.writeStartObject();
            json.writeStringField("place", met.place());
            json.writeStringField("message", met.message());
            json.writeStringField("says", met.says());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void cell(JsonGenerator json, Attacked.Cell cell) throws IOException {
        json.writeStartObject();
        json.writeStringField("table", cell.table());
        json.writeStringField("role", cell.role());
        json.writeStringField("vector", cell.vector().word());
        json.writeStringField("outcome", cell.outcome().name().toLowerCase(Locale.ROOT));
        json.writeStringField("reason", cell.reason());
        json.writeEndObject();
    }

    static void provenance(JsonGenerator json, Provenance object) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", object.kind());
        json.writeStringField("name", object.name());
        json.writeStringField("made", object.made());
        strings(json, "changed", object.changed());
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
