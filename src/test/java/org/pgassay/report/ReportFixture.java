package org.pgassay.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;
import org.pgassay.verify.Coverage;
import org.pgassay.verify.Coverage.Figures;
import org.pgassay.verify.Coverage.Unspoken;
import org.pgassay.verify.FeatureResult;
import org.pgassay.verify.Report;
import org.pgassay.verify.Report.ClaimResult;
import org.pgassay.verify.Report.Overall;
import org.pgassay.verify.Report.Provenance;
import org.pgassay.verify.Report.Result;
import org.pgassay.verify.Report.RevisionSummary;
import org.pgassay.verify.Report.TableSummary;
import org.pgassay.verify.Report.Work;
import org.pgassay.verify.SeedFigures;
import org.pgassay.verify.StageSummary;
import org.pgassay.verify.WaiverResult;
import org.pgassay.verify.WaiverResult.Waived;

/** Puts a report of the delivery together. */
final class ReportFixture {

    private final Overall verdict;
    private List<Result> results = List.of();
    private List<ClaimResult> claims = List.of();
    private @Nullable String problem;
    private @Nullable String fingerprint = Reports.FINGERPRINT;

    ReportFixture(Overall verdict) {
        this.verdict = verdict;
    }

    ReportFixture results(List<Result> values) {
        results = values.stream()
                .sorted(Comparator.comparing((Result result) -> result.finding().check())
                        .thenComparing(result -> result.finding().subject()))
                .toList();
        return this;
    }

    ReportFixture problem(String text) {
        problem = text;
        return this;
    }

    ReportFixture fingerprint(@Nullable String text) {
        fingerprint = text;
        return this;
    }

    ReportFixture claims(boolean hold) {
        claims = List.of(
                claim("Tables created: 16 core + 1 system", "tables", "17", "17", Verdict.PASSED, 14),
                claim("60 indexes created", "indexes.secondary", "60", "60", Verdict.PASSED, 15),
                claim(
                        "85+ indexes",
                        "indexes.secondary",
                        ">=85",
                        hold ? "87" : "60",
                        hold ? Verdict.PASSED : Verdict.FAILED,
                        16),
                claim("28 tenant_id indexes", "{indexes: {columns: tenant_id*}}", "28", "28", Verdict.PASSED, 17),
                claim(
                        "All foreign keys have indexes",
                        "foreign-keys-indexed",
                        "all",
                        hold ? "all 41" : "40 of 41",
                        hold ? Verdict.PASSED : Verdict.FAILED,
                        18),
                claim(
                        "Vector search is ready",
                        "extensions",
                        "2",
                        hold ? "2" : null,
                        hold ? Verdict.PASSED : Verdict.UNVERIFIED,
                        19));
        return this;
    }

    private static ClaimResult claim(
            String says, String measure, String expected, @Nullable String measured, Verdict verdict, int line) {
        return new ClaimResult(says, measure, expected, measured, verdict, new Location(Reports.FILE, line, 5));
    }

    Report build() {
        Map<String, Long> totals = new LinkedHashMap<>();
        List.of("tables", "columns", "indexes", "indexes.secondary", "foreign-keys", "checks", "uniques", "triggers")
                .forEach(measure -> totals.put(measure, 13L + measure.length() * 7L));
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("pgAssay", "0.1.0");
        environment.put("PostgreSQL", "18.6 (embedded)");
        environment.put("Java", "17.0.21, Debian");
        environment.put("Operating system", "Linux 6.1, amd64");
        environment.put("Migrated as", "kontali_owner");
        environment.put("Probed as", "kontali_app (NOSUPERUSER NOBYPASSRLS)");
        Map<String, Long> timings = new LinkedHashMap<>();
        timings.put("start", 480L);
        timings.put("migrate", 1_912L);
        timings.put("read", 61L);
        timings.put("structure", 640L);
        timings.put("probes", 5_230L);
        return new Report(
                "kontali-erp",
                "Kontali ERP, AI agent accounting",
                Reports.FILE,
                verdict,
                problem,
                fingerprint,
                summary(results),
                results,
                claims,
                List.of(
                        feature("rbac", "Who may do what", List.of("roles", "users.role_id"), List.of()),
                        feature("audit", null, List.of("audit_trail"), List.of("audit_trail is missing"))),
                waivers(),
                coverage(),
                Arrays.stream(Findings.TABLES).map(this::table).toList(),
                totals,
                List.of(
                        new RevisionSummary(
                                "001",
                                "migrations/001_core.sql",
                                "migrations/001_core.down.sql",
                                "applied",
                                41,
                                "The core",
                                List.of(),
                                List.of(),
                                new Work(
                                        41,
                                        List.of("table tenants", "table users"),
                                        List.of(),
                                        List.of(),
                                        null,
                                        List.of())),
                        new RevisionSummary(
                                "002",
                                "migrations/002_ledger.sql",
                                "migrations/002_ledger.down.sql",
                                "applied",
                                28,
                                "The ledger",
                                List.of("001"),
                                List.of(),
                                new Work(
                                        28,
                                        List.of("table general_ledger"),
                                        List.of("table users"),
                                        List.of("column users.fax"),
                                        "AccessExclusiveLock on users",
                                        List.of("drops column users.fax"))),
                        new RevisionSummary("003", "migrations/003_agents.sql", null, "applied", 19)
                                .of(new StageSummary(
                                        List.of("migrations/003_agents.sql"),
                                        true,
                                        Map.of("tables", 2L),
                                        List.of(new StageSummary.Met(
                                                "migrations/003_agents.sql:4",
                                                "ERROR 42P07: relation \"agents\" already exists",
                                                "made by hand in March"))))),
                List.of(
                        new Provenance("table", "general_ledger", "002", List.of()),
                        new Provenance("table", "tenants", null, List.of("003")),
                        new Provenance("table", "users", "001", List.of("002"))),
                new Report.Trials(null, List.of(), PlansInReportsTest.book(), null, SeedFigures.NONE),
                environment,
                timings);
    }

    private static FeatureResult feature(String name, @Nullable String says, List<String> needs, List<String> missing) {
        return new FeatureResult(
                name,
                says,
                needs,
                missing,
                missing.isEmpty() ? Verdict.PASSED : Verdict.FAILED,
                new Location(Reports.FILE, 70, 3));
    }

    /** One for each result that is waived, and one that has expired. */
    private List<WaiverResult> waivers() {
        List<WaiverResult> waivers = new ArrayList<>();
        for (Result result : results) {
            Finding finding = result.finding();
            if (finding.verdict() == Verdict.WAIVED) {
                waivers.add(waiver(finding.check(), finding.subject(), "2027-03-31", true));
                waivers.add(waiver("index/*", "ix_gone", "2024-12-31", false));
            }
        }
        return waivers;
    }

    private static WaiverResult waiver(String check, String subject, String expires, boolean inForce) {
        return new WaiverResult(
                check,
                subject,
                "read through a view only",
                "K. Berg",
                expires,
                inForce,
                inForce ? List.of(new Waived(check, subject)) : List.of(),
                new Location(Reports.FILE, 80, 5));
    }

    private static Coverage coverage() {
        Map<String, Figures> byKind = new LinkedHashMap<>();
        byKind.put("table", new Figures(18, 17, 0, 0, 1));
        byKind.put("column", new Figures(184, 160, 20, 1, 3));
        return new Coverage(
                new Figures(202, 177, 20, 1, 4),
                byKind,
                List.of(
                        new Unspoken("table", "scratch"),
                        new Unspoken("column", "scratch.a"),
                        new Unspoken("column", "scratch.b"),
                        new Unspoken("column", "scratch.c")));
    }

    private TableSummary table(String[] row) {
        List<Finding> about = results.stream()
                .map(Result::finding)
                .filter(finding -> finding.subject().equals(row[0])
                        || finding.subject().startsWith(row[0] + ".")
                        || finding.subject().startsWith("ix_" + row[0]))
                .toList();
        int failed = (int) about.stream()
                .filter(finding -> finding.verdict() == Verdict.FAILED)
                .count();
        return new TableSummary(
                row[0], row[1], row[2], true, row[1] != null, 9 + row[0].length(), 4, 2, 5, about.size(), failed);
    }

    static Map<Verdict, Integer> summary(List<Result> results) {
        Map<Verdict, Integer> summary = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            summary.put(verdict, (int) results.stream()
                    .filter(result -> result.finding().verdict() == verdict)
                    .count());
        }
        return summary;
    }
}
