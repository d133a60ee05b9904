package org.pgassay.report.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pgassay.check.Verdict;
import org.pgassay.report.graph.DrawnRevision;
import org.pgassay.report.graph.GraphSvg;
import org.pgassay.verify.Report;
import org.pgassay.verify.Report.Provenance;
import org.pgassay.verify.Report.Result;
import org.pgassay.verify.Report.TableSummary;
import org.pgassay.verify.StageSummary;

/**
 * A report cut into the sections that a reader sees, every text in it made legible.
 *
 * @param report the report, legible
 * @param summary the executive summary: a few sentences of plain text
 * @param failures the results that decide against the spec
 * @param unverified the results that could not be tried
 * @param waived the results that do not hold and are accepted
 * @param groups the tables by group, in the order of the groups' first tables; tables without a group come last
 * @param checks all results by check, in the report's order
 */
public record ReportView(
        Report report,
        List<String> summary,
        List<Result> failures,
        List<Result> unverified,
        List<Result> waived,
        List<TableGroup> groups,
        List<CheckGroup> checks) {

    /** More revisions are not drawn. */
    private static final int DRAWN = 500;

    /**
     * Tables that the spec puts together.
     *
     * @param name the group's name, or what stands for tables without a group
     */
    public record TableGroup(String name, List<TableSummary> tables) {

        /** Copies the list. */
        public TableGroup {
            tables = List.copyOf(tables);
        }

        /** How many of the tables are missing or have a check that fails. */
        public long failing() {
            return tables.stream()
                    .filter(table -> Labels.state(table) == Verdict.FAILED)
                    .count();
        }
    }

    /**
     * The results of one check.
     *
     * @param counts how many results have each verdict; only those that occur
     */
    public record CheckGroup(String check, List<Result> results, Map<Verdict, Integer> counts) {

        /** Copies the list. */
        public CheckGroup {
            results = List.copyOf(results);
        }

        /** How many results have this verdict. */
        public int count(Verdict verdict) {
            return counts.getOrDefault(verdict, 0);
        }
    }

    /** Cuts a report into sections. */
    public static ReportView of(Report original) {
        Report report = Legible.of(original);
        return new ReportView(
                report,
                Narrative.summary(report),
                report.failures(),
                with(report, Verdict.UNVERIFIED),
                with(report, Verdict.WAIVED),
                groups(report.tables()),
                checks(report.results()));
    }

    /** The revisions drawn as SVG; empty where there is nothing to follow, or too much to see. */
    public String drawing() {
        List<Report.RevisionSummary> revisions = report.revisions();
        if (revisions.size() < 2 || revisions.size() > DRAWN) {
            return "";
        }
        return GraphSvg.element(revisions.stream()
                .map(revision -> new DrawnRevision(
                        revision.id(),
                        revision.title(),
                        revision.parents(),
                        revision.dependsOn(),
                        DrawnRevision.State.valueOf(revision.state().toUpperCase(Locale.ROOT))))
                .toList());
    }

    /** What came of the attempts to change rows that must not change. */
    public AttackMatrix attacks() {
        return AttackMatrix.of(report.immutability());
    }

    /** What came of the attempts to get at another tenant's rows. */
    public TenantMatrix tenants() {
        return TenantMatrix.of(report);
    }

    /** Which revisions a table goes back to, in words; nothing where that was not recorded. */
    public Optional<String> provenance(TableSummary table) {
        return report.provenance().stream()
                .filter(object -> object.kind().equals("table") && object.name().equals(table.name()))
                .findFirst()
                .map(ReportView::words);
    }

    /** Which revisions an object goes back to, in words. */
    public static String words(Provenance object) {
        String made = object.made() == null ? "there before" : "made by " + object.made();
        return object.changed().isEmpty() ? made : made + ", changed by " + String.join(", ", object.changed());
    }

    /** What a stage adds and takes away, by measure: {@code tables +6, indexes −2}. */
    public static String added(StageSummary stage) {
        return stage.added().entrySet().stream()
                .map(each ->
                        each.getKey() + (each.getValue() < 0 ? " −" : " +") + Labels.number(Math.abs(each.getValue())))
                .collect(Collectors.joining(", "));
    }

    /** An error that came as expected, in words. */
    public static String words(StageSummary.Met met) {
        return met.place() + ": " + met.message() + " (" + met.says() + ")";
    }

    /** The sum over all phases, in milliseconds; what is measured of a part of a phase has a colon in its name. */
    public long milliseconds() {
        return report.timings().entrySet().stream()
                .filter(phase -> !phase.getKey().contains(": "))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static List<Result> with(Report report, Verdict verdict) {
        return report.results().stream()
                .filter(result -> result.finding().verdict() == verdict)
                .toList();
    }

    private static List<TableGroup> groups(List<TableSummary> tables) {
        Map<String, List<TableSummary>> named = new LinkedHashMap<>();
        List<TableSummary> rest = new ArrayList<>();
        for (TableSummary table : tables) {
            String group = table.group();
            if (group == null) {
                rest.add(table);
            } else {
                named.computeIfAbsent(group, name -> new ArrayList<>()).add(table);
            }
        }
        List<TableGroup> groups = new ArrayList<>();
        named.forEach((name, members) -> groups.add(new TableGroup(name, members)));
        if (!rest.isEmpty()) {
            groups.add(new TableGroup(named.isEmpty() ? "All tables" : "Tables without a group", rest));
        }
        return groups;
    }

    private static List<CheckGroup> checks(List<Result> results) {
        return results.stream()
                .collect(Collectors.groupingBy(
                        result -> result.finding().check(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new CheckGroup(entry.getKey(), entry.getValue(), counts(entry.getValue())))
                .toList();
    }

    private static Map<Verdict, Integer> counts(List<Result> results) {
        return results.stream()
                .map(result -> result.finding().verdict())
                .collect(Collectors.toMap(
                        Function.identity(), verdict -> 1, Integer::sum, () -> new EnumMap<>(Verdict.class)));
    }
}
