package org.pgassay.report;

import static org.pgassay.report.Markdown.code;
import static org.pgassay.report.Markdown.text;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.report.view.ReportView;
import org.pgassay.verify.Report;
import org.pgassay.verify.Report.RevisionSummary;
import org.pgassay.verify.StageSummary;

/** Renders what {@code report.md} says of stages of SQL files. */
final class MarkdownStages {

    private MarkdownStages() {}

    /** Each stage: its files, what it adds, the lock that it takes, and the errors that it met; nothing without stages. */
    static String of(Report report) {
        List<RevisionSummary> stages = report.revisions().stream()
                .filter(revision -> revision.stage() != null)
                .toList();
        if (stages.isEmpty()) {
            return "";
        }
        return "\n### Stages\n\n"
                + row("Stage", "Transaction", "Files", "Adds", "Strongest lock", "Expected errors")
                + "|---|---|---|---|---|---|\n"
                + stages.stream().map(each -> stage(each, each.stage())).collect(Collectors.joining());
    }

    private static String stage(RevisionSummary revision, @Nullable StageSummary stage) {
        if (stage == null) {
            return "";
        }
        String lock = revision.work() == null ? null : revision.work().lock();
        return row(
                code(revision.id()),
                stage.transaction() ? "one" : "each statement its own",
                stage.files().stream().map(Markdown::code).collect(Collectors.joining("<br>")),
                stage.added().isEmpty() ? "–" : text(ReportView.added(stage)),
                lock == null ? "–" : text(lock),
                stage.errors().isEmpty()
                        ? "–"
                        : stage.errors().stream()
                                .map(met -> text(ReportView.words(met)))
                                .collect(Collectors.joining("<br>")));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
