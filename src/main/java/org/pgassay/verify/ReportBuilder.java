package org.pgassay.verify;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.CatalogFile;
import org.pgassay.check.Attacked;
import org.pgassay.check.Check;
import org.pgassay.check.Claim;
import org.pgassay.check.Feature;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.check.claim.Totals;
import org.pgassay.check.parity.ParityTotal;
import org.pgassay.check.plan.PlanAccounts;
import org.pgassay.diff.Delta;
import org.pgassay.migration.AppliedRevisions;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;
import org.pgassay.plan.PlanBook;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.spec.Spec;
import org.pgassay.verify.Examination.Examined;
import org.pgassay.verify.Report.ClaimResult;
import org.pgassay.verify.Report.Overall;
import org.pgassay.verify.Report.Provenance;
import org.pgassay.verify.Report.Result;
import org.pgassay.verify.Report.RevisionSummary;
import org.pgassay.verify.Report.Trials;
import org.pgassay.verify.Report.Work;

/** Gathers what a run yields, and makes the report of it. */
final class ReportBuilder {

    private static final Set<Need> READ_BY_A_ROLE = Set.of(Need.CATALOG, Need.BLUEPRINT);

    private final Spec spec;
    private final Timings timings;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Examined> examined = new ArrayList<>();
    private final Waivers waivers;
    private List<WaiverResult> waiverResults;
    private Map<String, Long> totals = Map.of();
    private List<RevisionSummary> revisions = List.of();
    private List<Provenance> provenance = List.of();
    private List<Attacked.Cell> immutability = List.of();
    private PlanBook plans = PlanBook.NONE;
    private @Nullable Delta parity;
    private SeedFigures seeds = SeedFigures.NONE;
    private Catalog catalog = Catalog.empty();
    private @Nullable String fingerprint;
    private @Nullable String problem;
    private @Nullable String reader;
    private @Nullable String selection;
    private @Nullable PostgresServer server;
    private boolean broken;

    ReportBuilder(Spec spec, VerifyOptions options, Timings timings) {
        this.spec = spec;
        this.timings = timings;
        this.waivers = new Waivers(spec, options.today());
        this.waiverResults = waivers.results(List.of());
        environment.put("pgAssay", Version.current());
        environment.put("started", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        environment.put("date of the waivers", options.today() + " (UTC)");
        environment.put("Java", System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
        environment.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        environment.put("seed", Long.toString(options.seed()));
        if (options.shard().count() > 1) {
            environment.put(
                    "shard", options.shard().index() + "/" + options.shard().count());
        }
    }

    void revisions(List<Revision> planned) {
        revisions = planned.stream()
                .map(revision -> summary(revision, "pending", 0, null))
                .toList();
    }

    /** How many of the checks that the spec asks for are run. */
    void selection(int chosen, int all) {
        selection = chosen == all ? null : chosen + " of " + all + " checks";
    }

    void server(PostgresServer used) {
        server = used;
        environmentOf(used);
    }

    private void environmentOf(PostgresServer server) {
        environment.put("PostgreSQL", server.version());
        environment.put("server", server.provider());
        environment.put("server details", server.description());
        reader = server.superuser();
    }

    void subject(Subject subject) {
        environment.put(
                "database", subject.migrated() ? "made for this run and migrated" : "read as it stands, not migrated");
        Deliveries deliveries = new Deliveries(subject.history(), spec.schemas().get(0));
        revisions = subject.run().steps().stream()
                .map(step -> {
                    Work work = deliveries.work(step.revision().id());
                    return summary(
                            step.revision(),
                            step.state().name().toLowerCase(Locale.ROOT),
                            statements(step, work),
                            work);
                })
                .toList();
        provenance = deliveries.provenance();
        subject.run().steps().stream()
                .filter(step -> step.nanos() > 0)
                .forEach(step -> timings.add("stage: " + step.revision().id(), step.nanos()));
    }

    /** What is known of the revisions that are stages of SQL files. */
    void stages(Subject subject, KnownEvidence evidence) {
        revisions = new StageSummaries(spec, subject, examined, evidence, ReportBuilder::shown).in(revisions);
    }

    /** Tools do not say how many statements they ran; then it is what the database recorded. */
    private static int statements(MigrationRun.Step step, @Nullable Work work) {
        return step.statements() >= 0 ? step.statements() : work == null ? 0 : work.commands();
    }

    /** As people write it who stand where they started pgAssay. */
    private static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.isAbsolute() && file.startsWith(here)
                ? here.relativize(file).toString()
                : file.toString();
    }

    private static RevisionSummary summary(Revision revision, String state, int statements, @Nullable Work work) {
        var down = revision.down();
        return new RevisionSummary(
                revision.id(),
                shown(revision.file()),
                down == null ? null : shown(down),
                state,
                statements,
                revision.title(),
                revision.parents(),
                revision.dependsOn(),
                work);
    }

    /** What a database that is read as it stands has of them. */
    void applied(Optional<AppliedRevisions> known, Subject subject) {
        if (known.isPresent() && !subject.migrated()) {
            Set<String> ids = known.get().ids();
            revisions = subject.run().steps().stream()
                    .map(step -> summary(
                            step.revision(), ids.contains(step.revision().id()) ? "applied" : "pending", 0, null))
                    .toList();
        }
    }

    void catalog(Catalog read, String hash) {
        catalog = read;
        fingerprint = hash;
    }

    void totals(KnownEvidence evidence) {
        if (evidence.hasCatalog()) {
            totals = Totals.of(evidence);
        }
    }

    /** The plans that the checks have asked for. */
    void plans(List<Check> checks, KnownEvidence evidence) {
        plans = PlanAccounts.of(checks, evidence);
    }

    void seeds(KnownEvidence evidence) {
        if (evidence.hasSeeding()) {
            seeds = SeedFigures.of(evidence.seeding(), new Names(spec.schemas()));
        }
    }

    void results(List<Examined> results) {
        examined.addAll(waivers.accept(results));
        waiverResults = waivers.results(results);
    }

    /** The run ended early; the checks that it did not come to are UNVERIFIED. */
    void stopped(List<Check> checks, String reason, boolean missing) {
        broken = !missing;
        if (broken) {
            problem = reason;
        }
        for (Check check : checks) {
            if (examined.stream().noneMatch(each -> each.check().equals(check))) {
                examined.add(new Examined(
                        check,
                        List.of(Finding.unverified(
                                check, "not tried: " + reason, "Mend what stands in the way, and verify again."))));
            }
        }
    }

    Report build() {
        List<Result> results = results();
        Map<Verdict, Integer> summary = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            summary.put(verdict, 0);
        }
        results.forEach(result -> summary.merge(result.finding().verdict(), 1, Integer::sum));
        Report report = new Report(
                spec.id(),
                spec.title(),
                spec.file().toString(),
                overall(summary),
                problem,
                fingerprint,
                summary,
                results,
                claims(),
                features(),
                waiverResults,
                coverage(),
                new TableSummaries(spec, catalog, results).all(),
                totals,
                revisions,
                provenance,
                new Trials(RowFigures.of(examined).orElse(null), immutability, plans, parity, seeds),
                environment,
                timings.milliseconds());
        // The schema as it is, word for word: where it holds a secret itself, it is not written.
        return Masking.isFree(catalog, spec) ? report.with(catalogFile(report.verdict())) : report;
    }

    /** A partial run says nothing of the whole schema that another database could be held to. */
    private @Nullable CatalogFile catalogFile(Overall verdict) {
        PostgresServer used = server;
        return fingerprint == null || problem != null || used == null
                ? null
                : new CatalogFile(
                        spec.id(),
                        spec.title(),
                        CatalogFile.Verdict.valueOf(verdict.name()),
                        selection,
                        spec.schemas(),
                        used.majorVersion(),
                        used.version(),
                        Version.current(),
                        catalog);
    }

    /** Where a check could not be finished there is nothing to show. */
    void attacks(KnownEvidence evidence) {
        immutability = examined.stream()
                .filter(each -> each.check() instanceof Attacked
                        && Verifier.unmet(each.check().needs(), evidence) == null
                        && each.findings().stream().noneMatch(finding -> finding.verdict() == Verdict.ERRORED))
                .flatMap(each -> ((Attacked) each.check()).cells(evidence).stream())
                .toList();
    }

    /** What was compared with another schema. */
    void parity(List<Check> checks, KnownEvidence evidence) {
        parity = checks.stream()
                .filter(check -> check instanceof ParityTotal && Verifier.unmet(check.needs(), evidence) == null)
                .map(check -> ((ParityTotal) check).delta(evidence))
                .findFirst()
                .orElse(null);
    }

    private Overall overall(Map<Verdict, Integer> summary) {
        if (broken || summary.getOrDefault(Verdict.ERRORED, 0) > 0) {
            return Overall.ERRORED;
        } else if (summary.getOrDefault(Verdict.FAILED, 0) > 0 || summary.getOrDefault(Verdict.VACUOUS, 0) > 0) {
            return Overall.REJECTED;
        } else if (summary.getOrDefault(Verdict.UNVERIFIED, 0) > 0) {
            return Overall.INCOMPLETE;
        }
        return Overall.VERIFIED;
    }

    /** As whom it was tried; what was only read was read by the role that reads. */
    private @Nullable String role(Finding finding, boolean read) {
        String tried = finding.role();
        return tried != null || !read || finding.verdict() == Verdict.UNVERIFIED ? tried : reader;
    }

    private List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (Examined each : examined) {
            boolean read = each.check().needs().stream().anyMatch(READ_BY_A_ROLE::contains);
            each.findings().forEach(finding -> results.add(new Result(finding, role(finding, read))));
        }
        results.sort(Comparator.comparing((Result result) -> result.finding().check())
                .thenComparing(result -> result.finding().subject()));
        return results;
    }

    private List<ClaimResult> claims() {
        List<ClaimResult> claims = new ArrayList<>();
        for (Examined each : examined) {
            if (each.check() instanceof Claim claim) {
                Finding finding = each.findings().get(0);
                claims.add(new ClaimResult(
                        claim.subject(),
                        claim.measure(),
                        claim.expected(),
                        finding.observed(),
                        finding.verdict(),
                        claim.location()));
            }
        }
        return claims;
    }

    private List<FeatureResult> features() {
        List<FeatureResult> features = new ArrayList<>();
        for (Examined each : examined) {
            if (each.check() instanceof Feature feature) {
                Finding finding = each.findings().get(0);
                features.add(new FeatureResult(
                        feature.subject(),
                        feature.says(),
                        feature.objectNames(),
                        finding.verdict() == Verdict.PASSED ? List.of() : missing(finding),
                        finding.verdict(),
                        feature.location()));
            }
        }
        return features;
    }

    /** What a feature lacks, without what its waiver adds to the evidence. */
    private static List<String> missing(Finding finding) {
        return finding.verdict() == Verdict.WAIVED ? List.of(finding.message()) : finding.evidence();
    }

    private @Nullable Coverage coverage() {
        return fingerprint == null ? null : CoverageCount.of(catalog, new Names(spec.schemas()), examined);
    }
}
