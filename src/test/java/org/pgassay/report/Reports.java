package org.pgassay.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.pgassay.verify.SeedFigures;
import org.pgassay.verify.StageSummary;
import org.pgassay.verify.WaiverResult;
import org.pgassay.verify.WaiverResult.Waived;

/** Reports to render: one of each verdict, a hostile and a large one. */
final class Reports {

    static final String FILE = "schema-specs/kontali-erp.yaml";
    static final String FINGERPRINT = "sha256:9f2c4b7d1e8a3056c4f19b2d7a60e35881c2f4d6b09e7a13528cd64f0ab19e77";

    private Reports() {}

    /** Everything holds: 17 tables, some hundred results. */
    static Report verified() {
        return new ReportFixture(Overall.VERIFIED)
                .results(Findings.passes())
                .claims(true)
                .build();
    }

    /** Everything holds or is waived. */
    static Report waived() {
        List<Result> results = Findings.passes();
        results.add(Findings.waiver());
        return new ReportFixture(Overall.VERIFIED).results(results).claims(true).build();
    }

    /** Findings of every kind. */
    static Report rejected() {
        List<Result> results = Findings.passes();
        results.addAll(Findings.failures());
        results.addAll(Findings.untried());
        results.add(Findings.waiver());
        return new ReportFixture(Overall.REJECTED)
                .results(results)
                .claims(false)
                .build();
    }

    /** Nothing fails, something could not be tried. */
    static Report incomplete() {
        List<Result> results = Findings.passes();
        results.addAll(Findings.untried());
        return new ReportFixture(Overall.INCOMPLETE)
                .results(results)
                .claims(true)
                .build();
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
        return new ReportFixture(Overall.ERRORED)
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
                            name,
                            name,
                            name,
                            "applied",
                            1,
                            name,
                            names,
                            names,
                            new Work(1, names, names, names, name, names))
                    .of(new StageSummary(
                            names, false, Map.of("tables", 1L), List.of(new StageSummary.Met(name, name, name)))));
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
                ReportFixture.summary(results),
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
                revisions,
                provenance,
                new Report.Trials(null, attempts(), PlansInReportsTest.book(all, all, all, all, all), null, seeds(all)),
                environment,
                numbers);
    }

    /** One of each outcome, on tables whose names try to break out. */
    private static List<Attacked.Cell> attempts() {
        List<Attacked.Cell> cells = new ArrayList<>();
        List<AttackVector> vectors = List.of(AttackVector.values());
        for (String name : hostileNames()) {
            for (Outcome outcome : Outcome.values()) {
                cells.add(new Attacked.Cell(
                        name, name + outcome, vectors.get(cells.size() % vectors.size()), outcome, name));
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
        return new ReportFixture(Overall.REJECTED).results(results).claims(true).build();
    }

    private static SeedFigures seeds(String name) {
        return new SeedFigures(List.of(
                new SeedFigures.Filling(name, 3, "9e107d9d372bb6826bd81d3542a419d6", List.of(name)),
                new SeedFigures.Filling("times", 1, null, List.of("at"))));
    }
}
