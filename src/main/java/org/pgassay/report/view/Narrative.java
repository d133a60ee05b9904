package org.pgassay.report.view;

import java.util.ArrayList;
import java.util.List;
import org.pgassay.check.Verdict;
import org.pgassay.verify.Coverage;
import org.pgassay.verify.Report;
import org.pgassay.verify.Report.ClaimResult;
import org.pgassay.verify.Report.Result;
import org.pgassay.verify.RowFigures;

/** The sentences of a report: plain text, with numbers instead of adjectives. */
public final class Narrative {

    /** Who signs, in the order of the lines of the sign-off block. */
    public static final List<String> SIGNATORIES = List.of("Delivered by", "Reviewed by", "Approved by");

    /** What stands above the seed data. */
    public static final String SEEDS =
            "What tables hold after the seeds have run once. A digest is of all rows, whatever their order, but for the columns"
                    + " that hold something else in every run.";

    private Narrative() {}

    /** The executive summary, a sentence each. */
    public static List<String> summary(Report report) {
        List<String> sentences = new ArrayList<>();
        sentences.add(outcome(report));
        if (report.verdict() == Report.Overall.ERRORED && !report.results().isEmpty()) {
            sentences.add("Up to there, " + tally(report) + ".");
        }
        if (!report.claims().isEmpty()) {
            sentences.add(claims(report.claims()));
        }
        if (!report.revisions().isEmpty() || !report.tables().isEmpty()) {
            sentences.add(scope(report));
        }
        int waived = count(report, Verdict.WAIVED);
        if (waived > 0) {
            sentences.add(Labels.count(waived, "deviation")
                    + (waived == 1 ? " is accepted by a waiver." : " are accepted by waivers."));
        }
        return sentences;
    }

    /** What a signature under this report means. */
    public static String signature(Report report) {
        return switch (report.verdict()) {
            case VERIFIED ->
                "By signing, we confirm that this delivery does what its spec states, as this report shows.";
            case REJECTED ->
                "This delivery is rejected. A signature takes note of the findings; it does not accept the delivery.";
            case INCOMPLETE ->
                "Nothing failed, but this is not a full verification: whoever signs accepts that %s could not be tried."
                        .formatted(Labels.count(count(report, Verdict.UNVERIFIED), "check"));
            case ERRORED -> "This report is partial: it is not for signature. Mend the cause and run pgAssay again.";
        };
    }

    /** How much of the database the checks speak of. */
    public static String coverage(Coverage coverage) {
        Coverage.Figures all = coverage.all();
        int spoken = all.total() - all.unspoken();
        return "The checks speak of %s of %s (%s): the spec states %s by name, rules select %s, and a waiver accepts %s."
                .formatted(
                        Labels.number(spoken),
                        Labels.count(all.total(), "object"),
                        // Rounded down, so that 100 % means all.
                        "%d %%".formatted(100L * spoken / Math.max(1, all.total())),
                        Labels.number(all.specified()),
                        Labels.number(all.ruled()),
                        Labels.number(all.waived()));
    }

    /** How many tables took a made-up row. */
    public static String rows(RowFigures rows) {
        return "%s of %s took a made-up row (%s), %s of them with values that the spec fixes."
                .formatted(
                        Labels.number(rows.filled()),
                        Labels.count(rows.tables(), "table"),
                        "%d %%".formatted(100L * rows.filled() / Math.max(1, rows.tables())),
                        Labels.number(rows.byHand()));
    }

    private static String outcome(Report report) {
        int all = report.results().size();
        int bad = report.failures().size();
        int untried = count(report, Verdict.UNVERIFIED);
        return switch (report.verdict()) {
            case VERIFIED -> "The delivery does what its spec states: %s.".formatted(holding(report));
            case REJECTED ->
                "The delivery does not do what its spec states: %s of %s %s."
                        .formatted(
                                Labels.number(bad),
                                Labels.count(all, "check"),
                                bad == 1 ? "does not hold" : "do not hold");
            case INCOMPLETE ->
                "Nothing failed, but %s of %s could not be tried here, so the delivery is not verified in full."
                        .formatted(Labels.number(untried), Labels.count(all, "check"));
            case ERRORED ->
                "The run broke before it was finished: this report is partial, and proves no more than it lists.";
        };
    }

    private static String holding(Report report) {
        int all = report.results().size();
        if (count(report, Verdict.PASSED) < all) {
            return tally(report);
        }
        return all == 1 ? "its only check holds" : "all %s hold".formatted(Labels.count(all, "check"));
    }

    private static String tally(Report report) {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            int count = count(report, verdict);
            if (count > 0) {
                parts.add(Labels.number(count) + " " + phrase(verdict, count));
            }
        }
        return "of " + Labels.count(report.results().size(), "check") + ", " + String.join(", ", parts);
    }

    private static String phrase(Verdict verdict, int count) {
        return switch (verdict) {
            case PASSED -> count == 1 ? "holds" : "hold";
            case FAILED -> count == 1 ? "does not hold" : "do not hold";
            case VACUOUS -> "matched nothing";
            case UNVERIFIED -> "could not be tried";
            case WAIVED -> count == 1 ? "is waived" : "are waived";
            case ERRORED -> "broke";
        };
    }

    private static String claims(List<ClaimResult> claims) {
        long untried = claims.stream()
                .filter(claim -> claim.verdict() == Verdict.UNVERIFIED || claim.verdict() == Verdict.ERRORED)
                .count();
        long holding = claims.stream()
                .filter(claim -> claim.verdict() == Verdict.PASSED)
                .count();
        long others = claims.size() - holding - untried;
        if (holding == claims.size()) {
            return holding == 1
                    ? "The claim of the delivery report is true."
                    : "All %s claims of the delivery report are true.".formatted(Labels.number(holding));
        }
        List<String> parts = new ArrayList<>();
        parts.add(holding == 0 ? "none is true" : Labels.number(holding) + (holding == 1 ? " is true" : " are true"));
        if (others > 0) {
            parts.add(Labels.number(others) + (others == 1 ? " is not" : " are not"));
        }
        if (untried > 0) {
            parts.add(Labels.number(untried) + " could not be measured");
        }
        String last = parts.remove(parts.size() - 1);
        return "Of %s in the delivery report, %s and %s."
                .formatted(Labels.count(claims.size(), "claim"), String.join(", ", parts), last);
    }

    private static String scope(Report report) {
        long applied = report.revisions().stream()
                .filter(revision -> revision.state().equals("applied"))
                .count();
        long exist =
                report.tables().stream().filter(Report.TableSummary::exists).count();
        long examined = report.results().stream()
                .map(Result::finding)
                .mapToLong(finding -> finding.examined())
                .sum();
        String database = "The database has %s; %s looked at %s."
                .formatted(
                        Labels.count(exist, "table"),
                        report.results().size() == 1 ? "the check" : "the checks",
                        Labels.count(examined, "object"));
        if (report.revisions().isEmpty()) {
            return database;
        }
        String migrated = applied == report.revisions().size()
                ? "%s ran on a real PostgreSQL.".formatted(Labels.count(applied, "migration"))
                : "%s of %s ran on a real PostgreSQL."
                        .formatted(
                                Labels.number(applied),
                                Labels.count(report.revisions().size(), "migration"));
        return migrated + " " + database;
    }

    private static int count(Report report, Verdict verdict) {
        return report.summary().getOrDefault(verdict, 0);
    }
}
