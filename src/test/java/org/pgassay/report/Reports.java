package org.pgassay.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.AttackVector;
import org.pgassay.check.Attacked;
import org.pgassay.check.Attacks.Outcome;
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
import org.pgassay.verify.WaiverResult;
import org.pgassay.verify.WaiverResult.Waived;

/** Reports to render: one of each verdict, a hostile and a large one. */
final class Reports {

    static final String FILE = "schema-specs/kontali-erp.yaml";
    static final String FINGERPRINT = "sha256:9f2c4b7d1e8a3056c4f19b2d7a60e35881c2f4d6b09e7a13528cd64f0ab19e77";

    private Reports() {}

    /** Everything holds: 17 tables, some hundred results. */
    static Report verified() {
        return new Builder(Overall.VERIFIED)
                .results(Findings.passes())
                .claims(true)
                .build();
    }

    /** Everything holds or is waived. */
    static Report waived() {
        List<Result> results = Findings.passes();
        results.add(Findings.waiver());
        return new Builder(Overall.VERIFIED).results(results).claims(true).build();
    }

    /** Findings of every kind. */
    static Report rejected() {
        List<Result> results = Findings.passes();
        results.addAll(Findings.failures());
        results.addAll(Findings.untried());
        results.add(Findings.waiver());
        return new Builder(Overall.REJECTED).results(results).claims(false).build();
    }

    /** Nothing fails, something could not be tried. */
    static Report incomplete() {
        List<Result> results = Findings.passes();
        results.addAll(Findings.untried());
        return new Builder(Overall.INCOMPLETE).results(results).claims(true).build();
    }

    /** A partial report: the server went away. */
    static Report errored() {
        List<Result> results = new ArrayList<>(Findings.passes().subList(0, 40));
        results.add(Findings.finding(
                "concurrency/exactly-once",
                "claim-exactly-once",
                Verdict.ERRORED,
                "claim-exactly-once could not be finished: the server closed the connection.",
                null,
                null,
                null,
                213));
        return new Builder(Overall.ERRORED)
                .results(results)
                .problem("The PostgreSQL server stopped after 41 checks.\nIts last line of log: "
                        + "PANIC: could not write to file \"pg_wal/xlogtemp.812\": No space left on device")
                .fingerprint(null)
                .build();
    }

    /** Names that try to break out of every format. */
    static Report hostile() {
        List<Result> results = new ArrayList<>();
        for (String name : hostileNames()) {
            for (Verdict verdict : Verdict.values()) {
                results.add(new Result(
                        new Finding(
                                "table/exists",
                                name + "." + verdict,
                                verdict,
                                "Message of " + name,
                                "Help for " + name,
                                "expected " + name,
                                "observed " + name + " & more",
                                1,
                                List.of("evidence " + name),
                                new Location("specs/" + name + ".yaml", 3, 7)),
                        name));
            }
        }
        List<ClaimResult> claims = new ArrayList<>();
        List<TableSummary> tables = new ArrayList<>();
        List<FeatureResult> features = new ArrayList<>();
        List<WaiverResult> waivers = new ArrayList<>();
        List<Unspoken> unspoken = new ArrayList<>();
        List<RevisionSummary> revisions = new ArrayList<>();
        List<Provenance> provenance = new ArrayList<>();
        Map<String, String> environment = new LinkedHashMap<>();
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (String name : hostileNames()) {
            claims.add(new ClaimResult(name, name, name, name, Verdict.FAILED, new Location(name, 1, 1)));
            tables.add(new TableSummary(name, name, name, true, true, 1, 2, 3, 4, 5, 1));
            List<String> names = List.of(name);
            revisions.add(new RevisionSummary(
                    name, name, name, "applied", 1, name, names, names, new Work(1, names, names, names, name, names)));
            provenance.add(new Provenance("table", name, name, names));
            environment.put(name, name);
            numbers.put(name, 7L);
            features.add(new FeatureResult(
                    name, name, List.of(name), List.of(name), Verdict.FAILED, new Location(name, 1, 1)));
            waivers.add(new WaiverResult(
                    name,
                    name,
                    name,
                    name,
                    name,
                    true,
                    List.of(new Waived(name, name), new Waived("table/exists", name + "." + Verdict.WAIVED)),
                    new Location(name, 1, 1)));
            unspoken.add(new Unspoken("table", name));
        }
        String all = String.join(" ", hostileNames());
        return new Report(
                all,
                all,
                all,
                Overall.REJECTED,
                all,
                FINGERPRINT,
                summary(results),
                results,
                claims,
                features,
                waivers,
                new Coverage(
                        new Figures(unspoken.size(), 0, 0, 0, unspoken.size()),
                        Map.of("table", new Figures(unspoken.size(), 0, 0, 0, unspoken.size())),
                        unspoken),
                tables,
                numbers,
                null,
                revisions,
                provenance,
                attempts(),
                environment,
                numbers);
    }

    /** One of each outcome, on tables whose names try to break out. */
    private static List<Attacked.Cell> attempts() {
        List<Attacked.Cell> cells = new ArrayList<>();
        for (String name : hostileNames()) {
            for (Outcome outcome : Outcome.values()) {
                cells.add(new Attacked.Cell(
                        name, name + outcome, AttackVector.values()[outcome.ordinal()], outcome, name));
            }
        }
        return cells;
    }

    /** What a database or a spec may hold as a name. */
    static List<String> hostileNames() {
        return List.of(
                "<script>alert(1)</script>",
                "</script><img src=x onerror=alert(1)>",
                "</style><b>",
                "\"; drop table x; --",
                "a|b\\|c\\",
                "`code` ``` ~~~",
                "**bold** _it_ [x](javascript:alert(1)) ![i](http://e.example/i.png) https://e.example www.e.example",
                "line\nbreak\r\n# heading\n- item\n\n<div>",
                "]]> <![CDATA[ &amp; &#60; <!-- -->",
                "nul\u0000 bell\u0007 escape\u001b delete\u007f next\u0085 \ufffe \ud800",
                "emoji 👩‍👩‍👧 and flag 🇳🇴",
                "\u202egnp.exe \u05d0\u05d1\u05d2 \u0627\u0644 zero\u200bwidth",
                "' onmouseover='alert(1)' x=\"",
                " leading and trailing ",
                "1. item",
                "${7*7} {{7*7}} @{x}",
                "\u2067\u200f\u05d0\u2069 \u061c|",
                "long ".repeat(40) + "end",
                "x".repeat(200));
    }

    /** Many results, a hundred of which fail. */
    static Report large(int count) {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean bad = i % (count / 100) == 0;
            results.add(Findings.finding(
                    "column/check-" + i % 40,
                    "table_" + i / 20 + ".column_" + i,
                    bad ? Verdict.FAILED : Verdict.PASSED,
                    "table_" + i / 20 + ".column_" + i + (bad ? " is not as the spec states it." : " is as specified."),
                    bad ? "Alter the column's type in a new migration." : null,
                    "character varying(20) not null",
                    bad ? "character varying(40) not null" : null,
                    1));
        }
        results.sort(Comparator.comparing((Result result) -> result.finding().check())
                .thenComparing(result -> result.finding().subject()));
        return new Builder(Overall.REJECTED).results(results).claims(true).build();
    }

    private static Map<Verdict, Integer> summary(List<Result> results) {
        Map<Verdict, Integer> summary = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            summary.put(verdict, (int) results.stream()
                    .filter(result -> result.finding().verdict() == verdict)
                    .count());
        }
        return summary;
    }

    /** Puts a report of the delivery together. */
    private static final class Builder {

        private final Overall verdict;
        private List<Result> results = List.of();
        private List<ClaimResult> claims = List.of();
        private @Nullable String problem;
        private @Nullable String fingerprint = FINGERPRINT;

        private Builder(Overall verdict) {
            this.verdict = verdict;
        }

        private Builder results(List<Result> values) {
            results = values.stream()
                    .sorted(Comparator.comparing(
                                    (Result result) -> result.finding().check())
                            .thenComparing(result -> result.finding().subject()))
                    .toList();
            return this;
        }

        private Builder problem(String text) {
            problem = text;
            return this;
        }

        private Builder fingerprint(@Nullable String text) {
            fingerprint = text;
            return this;
        }

        private Builder claims(boolean hold) {
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
            return new ClaimResult(says, measure, expected, measured, verdict, new Location(FILE, line, 5));
        }

        private Report build() {
            Map<String, Long> totals = new LinkedHashMap<>();
            List.of(
                            "tables",
                            "columns",
                            "indexes",
                            "indexes.secondary",
                            "foreign-keys",
                            "checks",
                            "uniques",
                            "triggers")
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
                    FILE,
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
                            new RevisionSummary("003", "migrations/003_agents.sql", null, "applied", 19)),
                    List.of(
                            new Provenance("table", "general_ledger", "002", List.of()),
                            new Provenance("table", "tenants", null, List.of("003")),
                            new Provenance("table", "users", "001", List.of("002"))),
                    environment,
                    timings);
        }

        private static FeatureResult feature(
                String name, @Nullable String says, List<String> needs, List<String> missing) {
            return new FeatureResult(
                    name,
                    says,
                    needs,
                    missing,
                    missing.isEmpty() ? Verdict.PASSED : Verdict.FAILED,
                    new Location(FILE, 70, 3));
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
                    new Location(FILE, 80, 5));
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
    }
}
