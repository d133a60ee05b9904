package org.pgassay.report;

import static org.pgassay.report.Markdown.code;
import static org.pgassay.report.Markdown.pre;
import static org.pgassay.report.Markdown.text;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.report.view.Labels;
import org.pgassay.report.view.Narrative;
import org.pgassay.report.view.ReportView;
import org.pgassay.report.view.ReportView.CheckGroup;
import org.pgassay.report.view.ReportView.TableGroup;
import org.pgassay.report.view.TenantMatrix;
import org.pgassay.verify.Report;
import org.pgassay.verify.Report.ClaimResult;
import org.pgassay.verify.Report.Overall;
import org.pgassay.verify.Report.Result;
import org.pgassay.verify.Report.TableSummary;

/** Renders {@code report.md}: the delivery report in GitHub-flavoured Markdown, to read and to sign. */
public final class MarkdownReport {

    private final ReportView view;
    private final Report report;
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport(ReportView view) {
        this.view = view;
        this.report = view.report();
    }

    /** The report as Markdown, with LF line ends. */
    public static String render(Report report) {
        return new MarkdownReport(ReportView.of(report)).render();
    }

    private String render() {
        head();
        claims();
        out.append(MarkdownAccounts.features(report.features()));
        findings("What does not hold", view.failures());
        findings("What could not be verified", view.unverified());
        findings("What is waived", view.waived());
        out.append(MarkdownAccounts.waivers(report.waivers()));
        out.append(MarkdownAttacks.of(view.attacks()));
        out.append(MarkdownAccounts.tenancy(TenantMatrix.of(report)));
        out.append(MarkdownParity.section(report.parity()));
        out.append(MarkdownAccounts.coverage(report.coverage()));
        out.append(MarkdownPlans.of(report.plans()));
        tables();
        checks();
        totals();
        out.append(MarkdownAccounts.rows(report.rows()));
        out.append(MarkdownAccounts.seeds(report.seeds()));
        out.append(MarkdownMigrations.of(report));
        pairs();
        signOff();
        return out.toString();
    }

    private void head() {
        line("# " + text(report.title()));
        line("");
        line("**Status: " + Labels.emoji(report.verdict()) + " " + report.verdict() + "**");
        line("");
        line("Delivery report of " + code(report.spec()) + ", checked against " + code(report.specFile())
                + " by pgAssay.");
        section("Executive summary");
        line(text(String.join(" ", view.summary())));
        String problem = report.problem();
        if (problem != null) {
            line("");
            line("**The run could not be finished:**");
            line("");
            line(pre(problem));
        }
        line("");
        row("Verdict", "Checks");
        line("|---|---:|");
        for (Verdict verdict : Verdict.values()) {
            int count = report.summary().getOrDefault(verdict, 0);
            if (count > 0 || verdict == Verdict.PASSED || verdict == Verdict.FAILED) {
                row(Labels.emoji(verdict) + " " + verdict + " (" + Labels.meaning(verdict) + ")", Labels.number(count));
            }
        }
    }

    private void claims() {
        if (report.claims().isEmpty()) {
            return;
        }
        section("Claims of the delivery report");
        row("Claim", "Measure", "Claimed", "Measured", "Verdict");
        line("|---|---|---:|---:|---|");
        for (ClaimResult claim : report.claims()) {
            row(
                    text(claim.says()),
                    code(claim.measure()),
                    text(claim.expected()),
                    claim.measured() == null ? "–" : text(claim.measured()),
                    verdict(claim.verdict()));
        }
    }

    private void findings(String title, List<Result> results) {
        if (results.isEmpty()) {
            return;
        }
        section(title + " (" + Labels.number(results.size()) + ")");
        boolean first = true;
        for (Result result : results) {
            if (!first) {
                line("");
            }
            first = false;
            finding(result);
        }
    }

    private void finding(Result result) {
        Finding finding = result.finding();
        line("### " + Labels.emoji(finding.verdict()) + " " + code(finding.subject()));
        line("");
        line(text(finding.message()));
        line("");
        item("Check", code(finding.check()) + ", " + finding.verdict());
        value("Expected", finding.expected());
        value("Observed", finding.observed());
        if (finding.help() != null) {
            item("What to do", text(finding.help()));
        }
        for (String evidence : finding.evidence()) {
            value("Evidence", evidence);
        }
        if (result.role() != null) {
            item("Tried as role", code(result.role()));
        }
        item("Stated in", code(finding.location().toString()));
    }

    private void value(String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (value.strip().contains("\n")) {
            line("- " + name + ":");
            line("");
            line(pre(value.stripTrailing()));
            line("");
        } else {
            item(name, code(value));
        }
    }

    private void item(String name, String markdown) {
        line("- " + name + ": " + markdown);
    }

    private void tables() {
        if (view.groups().isEmpty()) {
            return;
        }
        section("Tables (" + Labels.number(report.tables().size()) + ")");
        boolean first = true;
        for (TableGroup group : view.groups()) {
            if (!first) {
                line("");
            }
            first = false;
            line("### " + text(group.name()) + " ("
                    + Labels.number(group.tables().size()) + ")");
            line("");
            row("Table", "Comment", "Columns", "Indexes", "Foreign keys", "Constraints", "Result");
            line("|---|---|---:|---:|---:|---:|---|");
            group.tables().forEach(this::table);
        }
    }

    private void table(TableSummary table) {
        String beyond = table.specified() ? "" : " (not in the spec)";
        row(
                code(table.name()),
                text(comment(table)),
                number(table.columns()),
                number(table.indexes()),
                number(table.foreignKeys()),
                number(table.constraints()),
                Labels.emoji(Labels.state(table)) + " " + Labels.result(table) + beyond);
    }

    /** What the table is, and which revisions it goes back to. */
    private String comment(TableSummary table) {
        String comment = Objects.requireNonNullElse(table.comment(), "");
        String made = view.provenance(table).map(words -> "(" + words + ")").orElse("");
        return comment.isEmpty() || made.isEmpty() ? comment + made : comment + " " + made;
    }

    private void checks() {
        if (view.checks().isEmpty()) {
            return;
        }
        section("Checks (" + Labels.number(report.results().size()) + ")");
        row("Check", "Made", "Passed", "Failed", "Vacuous", "Unverified", "Waived", "Errored");
        line("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (CheckGroup group : view.checks()) {
            row(
                    code(group.check()),
                    number(group.results().size()),
                    number(group.count(Verdict.PASSED)),
                    number(group.count(Verdict.FAILED)),
                    number(group.count(Verdict.VACUOUS)),
                    number(group.count(Verdict.UNVERIFIED)),
                    number(group.count(Verdict.WAIVED)),
                    number(group.count(Verdict.ERRORED)));
        }
    }

    private void totals() {
        if (report.totals().isEmpty()) {
            return;
        }
        section("Totals");
        row("Measure", "Count");
        line("|---|---:|");
        report.totals().forEach((measure, count) -> row(code(measure), Labels.number(count)));
    }

    private void pairs() {
        if (!report.environment().isEmpty()) {
            section("Environment");
            row("Name", "Value");
            line("|---|---|");
            report.environment().forEach((name, value) -> row(text(name), text(value)));
        }
        if (!report.timings().isEmpty()) {
            section("Timings");
            row("Phase", "Time");
            line("|---|---:|");
            report.timings().forEach((phase, time) -> row(text(phase), Labels.duration(time)));
            row("**all**", "**" + Labels.duration(view.milliseconds()) + "**");
        }
        String fingerprint = report.fingerprint();
        section("Fingerprint");
        line(
                fingerprint == null
                        ? "No catalog was read, so there is none."
                        : code(fingerprint) + " identifies the schema that was checked. `pgassay attest` tells whether"
                                + " another database has it"
                                + (report.catalogFile() == null
                                        ? "."
                                        : ", and what drifted: `fingerprint.json` holds the whole catalog."));
    }

    private void signOff() {
        section("Sign-off");
        line(text(Narrative.signature(report)));
        if (report.verdict() == Overall.ERRORED) {
            return;
        }
        line("");
        row("", "Name", "Signature", "Date");
        line("|---|---|---|---|");
        for (String role : Narrative.SIGNATORIES) {
            row(role, "", "", "");
        }
    }

    private static String verdict(Verdict verdict) {
        return Labels.emoji(verdict) + " " + verdict;
    }

    private static String number(int value) {
        return Labels.number(value);
    }

    private void section(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
