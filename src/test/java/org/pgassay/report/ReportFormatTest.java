package org.pgassay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportFormatTest {

    @Test
    void readsAList() {
        assertThat(ReportFormat.parse("json, MD,json")).containsExactly(ReportFormat.MD, ReportFormat.JSON);
        assertThat(ReportFormat.parse("md,html,json,junit,sarif")).containsExactly(ReportFormat.values());
    }

    @Test
    void refusesAnUnknownWordWithTheKnownOnes() {
        assertThatThrownBy(() -> ReportFormat.parse("md,pdf"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown report format 'pdf': give a list of md, html, json, junit, sarif, separated by"
                        + " commas");
        assertThatThrownBy(() -> ReportFormat.parse("md,")).hasMessageContaining("unknown report format ''");
    }

    @Test
    void namesTheFiles() {
        assertThat(ReportFormat.values())
                .extracting(ReportFormat::fileName)
                .containsExactly("report.md", "report.html", "report.json", "junit.xml", "report.sarif");
    }

    @ParameterizedTest
    @EnumSource
    void rendersTheSameBytesAgain(ReportFormat format) {
        assertThat(format.render(Reports.rejected())).isEqualTo(format.render(Reports.rejected()));
        assertThat(format.render(Reports.hostile())).isEqualTo(format.render(Reports.hostile()));
    }

    @ParameterizedTest
    @EnumSource
    void endsWithALineFeedAndCanBeWritten(ReportFormat format) {
        String text = format.render(Reports.hostile());

        assertThat(text).endsWith("\n").doesNotContain("\r").doesNotContain("\u0000");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    }
}
