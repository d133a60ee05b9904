package org.pgassay.report;

import static org.pgassay.report.Markdown.code;
import static org.pgassay.report.Markdown.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.report.view.Labels;
import org.pgassay.report.view.ReportView;
import org.pgassay.verify.Report;
import org.pgassay.verify.Report.RevisionSummary;
import org.pgassay.verify.Report.Work;

/** Renders what {@code report.md} says of the migrations, and of what each did. */
final class MarkdownMigrations {

    private MarkdownMigrations() {}

    /** The revisions, what they did, and which objects go back to which; nothing if there are none. */
    static String of(Report report) {
        if (report.revisions().isEmpty()) {
            return "";
        }
        return section("Migrations (" + Labels.number(report.revisions().size()) + ")")
                + row(
                        "Revision",
                        "File",
                        "Undone by",
                        "Statements",
                        "State",
                        "Made",
                        "Changed",
                        "Dropped",
                        "Strongest lock")
                + "|---|---|---|---:|---|---:|---:|---:|---|\n"
                + report.revisions().stream().map(MarkdownMigrations::revision).collect(Collectors.joining())
                + harms(report.revisions())
                + MarkdownStages.of(report)
                + provenance(report);
    }

    private static String revision(RevisionSummary revision) {
        Work work = revision.work();
        return row(
                code(revision.id()),
                code(revision.file()),
                revision.down() == null ? "–" : code(revision.down()),
                Labels.number(revision.statements()),
                text(revision.state()),
                count(work == null ? null : work.made()),
                count(work == null ? null : work.changed()),
                count(work == null ? null : work.dropped()),
                work == null || work.lock() == null ? "–" : text(work.lock()));
    }

    private static String count(@Nullable List<String> names) {
        return names == null ? "–" : Labels.number(names.size());
    }

    private static String harms(List<RevisionSummary> revisions) {
        String lines = revisions.stream()
                .filter(revision -> revision.work() != null)
                .flatMap(revision -> lines(revision, revision.work()))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "\nTo tables that were there before:\n\n" + lines;
    }

    private static Stream<String> lines(RevisionSummary revision, @Nullable Work work) {
        return work == null
                ? Stream.empty()
                : work.harms().stream().map(harm -> "- Revision " + code(revision.id()) + " " + text(harm) + "\n");
    }

    private static String provenance(Report report) {
        if (report.provenance().isEmpty()) {
            return "";
        }
        return "\n<details><summary>Which revision made what ("
                + Labels.number(report.provenance().size()) + ")</summary>\n\n"
                + row("Object", "Kind", "Revisions")
                + "|---|---|---|\n"
                + report.provenance().stream()
                        .map(object -> row(code(object.name()), text(object.kind()), text(ReportView.words(object))))
                        .collect(Collectors.joining())
                + "\n</details>\n";
    }

    private static String section(String title) {
        return "\n## " + title + "\n\n";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
