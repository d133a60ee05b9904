package org.pgassay.report;

import static org.pgassay.report.Markdown.code;
import static org.pgassay.report.Markdown.text;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.report.view.Labels;
import org.pgassay.report.view.Narrative;
import org.pgassay.report.view.TenantMatrix;
import org.pgassay.verify.Coverage;
import org.pgassay.verify.Coverage.Figures;
import org.pgassay.verify.FeatureResult;
import org.pgassay.verify.RowFigures;
import org.pgassay.verify.SeedFigures;
import org.pgassay.verify.WaiverResult;

/** Renders what {@code report.md} says over many results: features, waivers and coverage. */
final class MarkdownAccounts {

    /** A longer list is folded away. */
    private static final int LONG = 20;

    private MarkdownAccounts() {}

    /** The features, each complete or with what is missing; nothing if there are none. */
    static String features(List<FeatureResult> features) {
        if (features.isEmpty()) {
            return "";
        }
        return section("Features (" + Labels.number(features.size()) + ")")
                + row("Feature", "Needs", "Missing", "Verdict")
                + "|---|---|---|---|\n"
                + features.stream()
                        .map(feature -> row(
                                text(feature.name()) + (feature.says() == null ? "" : ": " + text(feature.says())),
                                codes(feature.needs()),
                                feature.missing().isEmpty()
                                        ? "–"
                                        : feature.missing().stream()
                                                .map(Markdown::text)
                                                .collect(Collectors.joining("; ")),
                                Labels.emoji(feature.verdict()) + " " + feature.verdict()))
                        .collect(Collectors.joining());
    }

    /** What was tried between tenants, by table and operation; nothing where nothing was. */
    static String tenancy(TenantMatrix matrix) {
        if (matrix.cells().isEmpty()) {
            return "";
        }
        return section("Tenants: what one can do with another's rows")
                + "| Table | " + String.join(" | ", TenantMatrix.OPERATIONS) + " |\n"
                + "|---|" + "---|".repeat(TenantMatrix.OPERATIONS.size()) + "\n"
                + matrix.tables().stream()
                        .map(table -> "| " + code(table) + " | "
                                + TenantMatrix.OPERATIONS.stream()
                                        .map(operation -> matrix.outcome(table, operation))
                                        .map(outcome -> outcome.equals("reached") ? "**reached**" : outcome)
                                        .collect(Collectors.joining(" | "))
                                + " |\n")
                        .collect(Collectors.joining());
    }

    /** What the seeds put in, table by table; nothing where there are none. */
    static String seeds(SeedFigures seeds) {
        if (seeds.tables().isEmpty()) {
            return "";
        }
        return section("Seeds (" + Labels.count(seeds.rows(), "row") + ")")
                + text(Narrative.SEEDS) + "\n\n"
                + row("Table", "Rows", "Digest", "Not in the digest")
                + "|---|---:|---|---|\n"
                + seeds.tables().stream()
                        .map(table -> row(
                                code(table.table()),
                                Labels.number(table.rows()),
                                table.digest() == null ? "–" : code(table.digest()),
                                codes(table.varying())))
                        .collect(Collectors.joining());
    }

    /** Who has accepted what, why and until when; nothing if nobody has. */
    static String waivers(List<WaiverResult> waivers) {
        if (waivers.isEmpty()) {
            return "";
        }
        return section("Waivers (" + Labels.number(waivers.size()) + ")")
                + row("Accepted", "Why", "By", "Until", "Findings")
                + "|---|---|---|---|---|\n"
                + waivers.stream()
                        .map(waiver -> row(
                                code(waiver.check()) + " " + code(waiver.subject()),
                                text(waiver.reason()),
                                text(waiver.approvedBy()),
                                text(waiver.expires()) + (waiver.inForce() ? "" : " **(expired)**"),
                                waiver.waived().isEmpty()
                                        ? "none"
                                        : waiver.waived().stream()
                                                .map(each -> code(each.check()) + " " + code(each.subject()))
                                                .collect(Collectors.joining(", "))))
                        .collect(Collectors.joining());
    }

    /** How much of the database the checks speak of; nothing if no catalog was read. */
    static String coverage(@Nullable Coverage coverage) {
        if (coverage == null || coverage.all().total() == 0) {
            return "";
        }
        StringBuilder out = new StringBuilder(section("Coverage"));
        out.append(text(Narrative.coverage(coverage))).append("\n\n");
        out.append(row("Kind", "There are", "Specified", "Ruled", "Waived", "Unspoken"));
        out.append("|---|---:|---:|---:|---:|---:|\n");
        coverage.byKind().forEach((kind, figures) -> out.append(figures(text(kind), figures)));
        out.append(figures("all", coverage.all()));
        if (!coverage.list().isEmpty()) {
            String title =
                    "What no check speaks of (" + Labels.number(coverage.list().size()) + ")";
            boolean folded = coverage.list().size() > LONG;
            out.append(folded ? "\n<details>\n<summary>" + title + "</summary>\n\n" : "\n" + title + ":\n\n");
            coverage.list()
                    .forEach(object -> out.append("- " + text(object.kind()) + " " + code(object.name()) + "\n"));
            out.append(folded ? "\n</details>\n" : "");
        }
        return out.toString();
    }

    /** How many tables took a made-up row; nothing if none was put in. */
    static String rows(@Nullable RowFigures rows) {
        if (rows == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(section("Rows put in"));
        out.append(text(Narrative.rows(rows))).append("\n");
        if (!rows.obstacles().isEmpty()) {
            out.append("\n").append(row("Table", "Why it has none")).append("|---|---|\n");
            rows.obstacles().forEach(each -> out.append(row(code(each.table()), text(each.reason()))));
        }
        return out.toString();
    }

    private static String figures(String name, Figures figures) {
        return row(
                name,
                Labels.number(figures.total()),
                Labels.number(figures.specified()),
                Labels.number(figures.ruled()),
                Labels.number(figures.waived()),
                Labels.number(figures.unspoken()));
    }

    private static String codes(List<String> names) {
        return names.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    private static String section(String title) {
        return "\n## " + title + "\n\n";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
