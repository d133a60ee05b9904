package org.pgassay.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.verify.Report;

/** The formats that a report is written in. */
public enum ReportFormat {
    /** Markdown, to read and to sign. */
    MD("report.md") {
        @Override
        public String render(Report report) {
            return MarkdownReport.render(report);
        }
    },
    /** One self-contained page. */
    HTML("report.html") {
        @Override
        public String render(Report report) {
            return HtmlReport.render(report);
        }
    },
    /** JSON, for programs. */
    JSON("report.json") {
        @Override
        public String render(Report report) {
            return JsonReport.render(report);
        }
    },
    /** JUnit XML, for CI systems. */
    JUNIT("junit.xml") {
        @Override
        public String render(Report report) {
            return JunitXml.render(report);
        }
    },
    /** SARIF, for code scanning. */
    SARIF("report.sarif") {
        @Override
        public String render(Report report) {
            return SarifReport.render(report);
        }
    };

    private final String fileName;

    ReportFormat(String fileName) {
        this.fileName = fileName;
    }

    /** The report in this format, with LF line ends; to be written as UTF-8. */
    public abstract String render(Report report);

    /** The name of the file that a report in this format goes to. */
    public String fileName() {
        return fileName;
    }

    /** The word that names this format on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a list such as {@code md,html,json}.
     *
     * @return the formats in the order of this enum, each once
     * @throws IllegalArgumentException for an unknown word or an empty list; the message is for the user
     */
    public static Set<ReportFormat> parse(String list) {
        Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
        for (String part : list.split(",", -1)) {
            formats.add(one(part.strip()));
        }
        return formats;
    }

    private static ReportFormat one(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown report format '%s': give a list of %s, separated by commas".formatted(word, known())));
    }

    private static String known() {
        return List.of(values()).stream().map(ReportFormat::word).collect(Collectors.joining(", "));
    }
}
