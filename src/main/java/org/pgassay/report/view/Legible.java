package org.pgassay.report.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Attacked;
import org.pgassay.check.Finding;
import org.pgassay.spec.Location;
import org.pgassay.verify.Coverage;
import org.pgassay.verify.FeatureResult;
import org.pgassay.verify.Report;
import org.pgassay.verify.RowFigures;
import org.pgassay.verify.SeedFigures;
import org.pgassay.verify.StageSummary;
import org.pgassay.verify.WaiverResult;

/**
 * Makes text that comes from a database or a spec safe to read: what a reader cannot see is shown as a sign.
 *
 * <p>A name may hold a control character, a zero-width space or a mark that turns the direction of what follows. Left
 * as they are, such characters are illegal in XML and HTML, or let one name pass for another one. The signs of
 * Unicode's block <i>Control Pictures</i> stand for the control characters, {@code ⟨U+202E⟩} for the others.
 */
public final class Legible {

    private static final int EVIDENCE = 12;

    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7f;

    private Legible() {}

    /** The text on one line: a line break is shown as {@code ↵}. */
    public static String line(String text) {
        return show(text.replace("\r\n", "\n"), false);
    }

    /** The text with its line breaks (LF) and tabs; every other control character is shown as a sign. */
    public static String block(String text) {
        return show(text.replace("\r\n", "\n"), true);
    }

    /** The report with every text in it made legible. */
    public static Report of(Report report) {
        return new Report(
                        line(report.spec()),
                        line(report.title()),
                        line(report.specFile()),
                        report.verdict(),
                        orNull(report.problem(), true),
                        orNull(report.fingerprint(), false),
                        report.summary(),
                        report.results().stream().map(Legible::result).toList(),
                        report.claims().stream().map(Legible::claim).toList(),
                        report.features().stream().map(Legible::feature).toList(),
                        report.waivers().stream().map(Legible::waiver).toList(),
                        coverage(report.coverage()),
                        report.tables().stream().map(Legible::table).toList(),
                        keys(report.totals()),
                        report.revisions().stream().map(Legible::revision).toList(),
                        report.provenance().stream().map(Legible::provenance).toList(),
                        trials(report),
                        environment(report.environment()),
                        keys(report.timings()))
                .with(report.catalogFile());
    }

    private static Report.Trials trials(Report report) {
        return new Report.Trials(
                rows(report.rows()),
                report.immutability().stream().map(Legible::cell).toList(),
                LegiblePlans.of(report.plans()),
                report.parity(),
                new SeedFigures(
                        report.seeds().tables().stream().map(Legible::filling).toList()));
    }

    private static SeedFigures.Filling filling(SeedFigures.Filling filling) {
        return new SeedFigures.Filling(
                line(filling.table()),
                filling.rows(),
                filling.digest(),
                filling.varying().stream().map(Legible::line).toList());
    }

    private static Report.Result result(Report.Result result) {
        Finding finding = result.finding();
        return new Report.Result(
                new Finding(
                        line(finding.check()),
                        line(finding.subject()),
                        finding.verdict(),
                        block(finding.message()),
                        orNull(finding.help(), true),
                        orNull(finding.expected(), true),
                        orNull(finding.observed(), true),
                        finding.examined(),
                        evidence(finding.evidence()),
                        orNull(finding.role(), false),
                        location(finding.location())),
                orNull(result.role(), false));
    }

    private static Report.ClaimResult claim(Report.ClaimResult claim) {
        return new Report.ClaimResult(
                line(claim.says()),
                line(claim.measure()),
                line(claim.expected()),
                orNull(claim.measured(), false),
                claim.verdict(),
                location(claim.location()));
    }

    private static FeatureResult feature(FeatureResult feature) {
        return new FeatureResult(
                line(feature.name()),
                orNull(feature.says(), false),
                feature.needs().stream().map(Legible::line).toList(),
                feature.missing().stream().map(Legible::line).toList(),
                feature.verdict(),
                location(feature.location()));
    }

    private static WaiverResult waiver(WaiverResult waiver) {
        return new WaiverResult(
                line(waiver.check()),
                line(waiver.subject()),
                line(waiver.reason()),
                line(waiver.approvedBy()),
                line(waiver.expires()),
                waiver.inForce(),
                waiver.waived().stream()
                        .map(each -> new WaiverResult.Waived(line(each.check()), line(each.subject())))
                        .toList(),
                location(waiver.location()));
    }

    private static @Nullable RowFigures rows(@Nullable RowFigures rows) {
        return rows == null
                ? null
                : new RowFigures(
                        rows.tables(),
                        rows.filled(),
                        rows.byHand(),
                        rows.obstacles().stream()
                                .map(each -> new RowFigures.Obstacle(line(each.table()), block(each.reason())))
                                .toList());
    }

    private static @Nullable Coverage coverage(@Nullable Coverage coverage) {
        return coverage == null
                ? null
                : new Coverage(
                        coverage.all(),
                        coverage.byKind(),
                        coverage.list().stream()
                                .map(each -> new Coverage.Unspoken(each.kind(), line(each.name())))
                                .toList());
    }

    private static Report.TableSummary table(Report.TableSummary table) {
        return new Report.TableSummary(
                line(table.name()),
                orNull(table.group(), false),
                orNull(table.comment(), false),
                table.exists(),
                table.specified(),
                table.columns(),
                table.indexes(),
                table.foreignKeys(),
                table.constraints(),
                table.checked(),
                table.failed());
    }

    private static Report.RevisionSummary revision(Report.RevisionSummary revision) {
        return new Report.RevisionSummary(
                line(revision.id()),
                line(revision.file()),
                orNull(revision.down(), false),
                line(revision.state()),
                revision.statements(),
                line(revision.title()),
                lines(revision.parents()),
                lines(revision.dependsOn()),
                work(revision.work()),
                stage(revision.stage()));
    }

    private static @Nullable StageSummary stage(@Nullable StageSummary stage) {
        return stage == null
                ? null
                : new StageSummary(
                        lines(stage.files()),
                        stage.transaction(),
                        stage.added(),
                        stage.errors().stream()
                                .map(met ->
                                        new StageSummary.Met(line(met.place()), line(met.message()), line(met.says())))
                                .toList());
    }

    private static Report.@Nullable Work work(Report.@Nullable Work work) {
        return work == null
                ? null
                : new Report.Work(
                        work.commands(),
                        lines(work.made()),
                        lines(work.changed()),
                        lines(work.dropped()),
                        orNull(work.lock(), false),
                        lines(work.harms()));
    }

    private static Report.Provenance provenance(Report.Provenance object) {
        return new Report.Provenance(
                line(object.kind()), line(object.name()), orNull(object.made(), false), lines(object.changed()));
    }

    private static Attacked.Cell cell(Attacked.Cell cell) {
        return new Attacked.Cell(
                line(cell.table()), line(cell.role()), cell.vector(), cell.outcome(), line(cell.reason()));
    }

    private static List<String> lines(List<String> texts) {
        return texts.stream().map(Legible::line).toList();
    }

    private static Location location(Location location) {
        return new Location(line(location.file()), location.line(), location.column());
    }

    private static Map<String, Long> keys(Map<String, Long> map) {
        Map<String, Long> legible = new LinkedHashMap<>();
        map.forEach((key, value) -> legible.put(line(key), value));
        return legible;
    }

    private static Map<String, String> environment(Map<String, String> map) {
        Map<String, String> legible = new LinkedHashMap<>();
        map.forEach((key, value) -> legible.put(line(key), line(value)));
        return legible;
    }

    private static @Nullable String orNull(@Nullable String text, boolean block) {
        if (text == null) {
            return null;
        }
        return block ? block(text) : line(text);
    }

    private static String show(String text, boolean keepLines) {
        if (text.chars().allMatch(unit -> unit >= ' ' && unit < DELETE)) {
            return text;
        }
        return text.codePoints()
                .mapToObj(point ->
                        keepLines && (point == '\n' || point == '\t') ? Character.toString(point) : sign(point))
                .collect(Collectors.joining());
    }

    private static String sign(int point) {
        if (point == '\n' || point == '\r') {
            return "↵";
        }
        if (point < ' ') {
            return Character.toString(CONTROL_PICTURES + point);
        }
        if (point == DELETE) {
            return "␡";
        }
        return isUnseen(point) ? String.format("⟨U+%04X⟩", point) : Character.toString(point);
    }

    /** Zero-width joiners stay: scripts and emoji need them. */
    private static boolean isUnseen(int point) {
        if (point == 0x200c || point == 0x200d || (point >= 0xe0020 && point <= 0xe007f)) {
            return false;
        }
        boolean noncharacter = (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
        return noncharacter || INVISIBLE.contains(Character.getType(point));
    }

    /** Types of code points that draw nothing or that no one may draw. */
    private static final List<Integer> INVISIBLE = List.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);

    /** A reader needs the first lines; report.json has them all. */
    private static List<String> evidence(List<String> lines) {
        List<String> shown = new ArrayList<>(
                lines.stream().limit(EVIDENCE).map(Legible::block).toList());
        if (lines.size() > EVIDENCE) {
            shown.add("… and " + (lines.size() - EVIDENCE) + " more in report.json");
        }
        return shown;
    }
}
