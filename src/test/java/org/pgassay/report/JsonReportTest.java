package org.pgassay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgassay.check.Finding;
import org.pgassay.verify.Report;
import org.pgassay.verify.Report.Result;

class JsonReportTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    static Stream<Report> reports() {
        return Stream.of(
                Reports.verified(),
                Reports.waived(),
                Reports.rejected(),
                Reports.incomplete(),
                Reports.errored(),
                Reports.hostile());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isValidByItsSchema(Report report) throws IOException {
        assertThat(SCHEMAS.getSchema(schema()).validate(JsonReport.render(report), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void holdsEveryTextAsItIs(Report report) throws IOException {
        JsonNode json = MAPPER.readTree(JsonReport.render(report));

        assertThat(json.path("title").textValue()).isEqualTo(whole(report.title()));
        assertThat(json.path("problem").textValue()).isEqualTo(whole(report.problem()));
        assertThat(json.path("results")).hasSameSizeAs(report.results());
        for (int i = 0; i < report.results().size(); i++) {
            Result result = report.results().get(i);
            Finding finding = result.finding();
            JsonNode node = json.path("results").get(i);
            assertThat(node.path("subject").textValue()).isEqualTo(whole(finding.subject()));
            assertThat(node.path("message").textValue()).isEqualTo(whole(finding.message()));
            assertThat(node.path("observed").textValue()).isEqualTo(whole(finding.observed()));
            assertThat(node.path("role").textValue()).isEqualTo(whole(result.role()));
            assertThat(node.path("location").path("file").textValue())
                    .isEqualTo(whole(finding.location().file()));
        }
    }

    @Test
    void accountsHoldEveryTextAsItIsToo() throws IOException {
        JsonNode json = MAPPER.readTree(JsonReport.render(Reports.hostile()));
        List<String> names = Reports.hostileNames();

        assertThat(json.path("claims")).hasSameSizeAs(names);
        assertThat(json.path("features")).hasSameSizeAs(names);
        assertThat(json.path("waivers")).hasSameSizeAs(names);
        assertThat(json.at("/coverage/list")).hasSameSizeAs(names);
        for (int i = 0; i < names.size(); i++) {
            String name = whole(names.get(i));
            assertThat(json.path("claims").get(i).path("says").textValue()).isEqualTo(name);
            assertThat(json.path("features").get(i).path("name").textValue()).isEqualTo(name);
            assertThat(json.path("features").get(i).at("/missing/0").textValue())
                    .isEqualTo(name);
            assertThat(json.path("waivers").get(i).path("reason").textValue()).isEqualTo(name);
            assertThat(json.path("waivers").get(i).at("/findings/0/subject").textValue())
                    .isEqualTo(name);
            assertThat(json.at("/coverage/list").get(i).path("name").textValue())
                    .isEqualTo(name);
        }
    }

    @Test
    void writesTheKeysInAFixedOrderAndNullsToo() throws IOException {
        JsonNode json = MAPPER.readTree(JsonReport.render(Reports.errored()));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "schemaVersion",
                        "spec",
                        "title",
                        "specFile",
                        "verdict",
                        "problem",
                        "fingerprint",
                        "fingerprintFile",
                        "summary",
                        "claims",
                        "features",
                        "waivers",
                        "coverage",
                        "results",
                        "tables",
                        "totals",
                        "rows",
                        "revisions",
                        "provenance",
                        "immutability",
                        "plans",
                        "indexesNotMissed",
                        "seeds",
                        "environment",
                        "timings");
        assertThat(json.path("results").get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "check",
                        "subject",
                        "verdict",
                        "message",
                        "help",
                        "expected",
                        "observed",
                        "examined",
                        "role",
                        "evidence",
                        "location");
        assertThat(json.path("fingerprint").isNull()).isTrue();
        assertThat(json.path("fingerprintFile").isNull()).isTrue();
        assertThat(json.path("verdict").textValue()).isEqualTo("ERRORED");
        assertThat(json.path("summary").path("WAIVED").intValue()).isZero();
    }

    @Test
    void isPrettyPrintedWithLineFeeds() {
        assertThat(JsonReport.render(Reports.verified()))
                .startsWith("{\n  \"schemaVersion\": 1,\n  \"spec\": \"kontali-erp\",\n")
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    @Test
    void canBeWrittenAsUtf8WhateverItHolds() {
        String json = JsonReport.render(Reports.hostile());

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(json)).isTrue();
        assertThat(json).contains("\ufffd").contains("\\u0000").contains("👩");
    }

    @Test
    void theSchemaBesideTheSpecsIsTheSame() throws IOException {
        assertThat(Files.readString(Path.of("schema-specs", "report.schema.json")))
                .isEqualTo(schema());
    }

    @Test
    void theSchemaIsAValidSchemaThatDescribesEveryProperty() throws IOException {
        assertThat(SCHEMAS.getSchema(SchemaLocation.of(SchemaId.V202012)).validate(schema(), InputFormat.JSON))
                .isEmpty();
        List<String> bare = new ArrayList<>();
        collectUndescribed(MAPPER.readTree(schema()), "", bare);
        assertThat(bare).isEmpty();
    }

    /** The text as UTF-8 can hold it. */
    private static @Nullable String whole(@Nullable String text) {
        return text == null ? null : text.replace('\ud800', '\ufffd');
    }

    private static void collectUndescribed(JsonNode node, String path, List<String> bare) {
        node.path("properties").properties().forEach(property -> {
            if (property.getValue().path("description").asText().isBlank()) {
                bare.add(path + "/" + property.getKey());
            }
        });
        node.properties().forEach(field -> collectUndescribed(field.getValue(), path + "/" + field.getKey(), bare));
    }

    private static String schema() throws IOException {
        try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
