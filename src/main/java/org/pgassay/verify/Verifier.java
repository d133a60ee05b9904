package org.pgassay.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Fingerprint;
import org.pgassay.check.Blueprint;
import org.pgassay.check.Check;
import org.pgassay.check.Claim;
import org.pgassay.check.Need;
import org.pgassay.check.language.NothingSelected;
import org.pgassay.check.plan.PlanScales;
import org.pgassay.migration.AppliedRevisions;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.ToolUnavailableException;
import org.pgassay.postgres.blueprint.BlueprintBuilder;
import org.pgassay.postgres.blueprint.SkeletonCopier;
import org.pgassay.postgres.blueprint.TypeCopier;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.RolePowers;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.postgres.server.ServerUnavailableException;
import org.pgassay.probe.Bench;
import org.pgassay.probe.plans.PlanDesk;
import org.pgassay.probe.plans.StandingPlans;
import org.pgassay.probe.seeds.SeedTrial;
import org.pgassay.probe.seeds.StandingSeeds;
import org.pgassay.probe.values.DatabaseValues;
import org.pgassay.probe.values.SeededValues;
import org.pgassay.rehearsal.Rehearsal;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Spec;
import org.pgassay.spec.SpecException;
import org.pgassay.verify.Examination.Examined;

/** Verifies specs: the one place where server, migrations, catalog, blueprint and checks come together. */
public final class Verifier {

    /** What is had of copies of the migrated database. */
    private static final Set<Need> BENCHED = Set.of(Need.SANDBOX, Need.PLANS, Need.SEEDS, Need.STORED_VALUES);

    private final ServerPool servers;
    private final VerifyOptions options;
    private final Progress progress;

    /** A verifier on these servers, which the caller closes. */
    public Verifier(ServerPool servers, VerifyOptions options, Progress progress) {
        this.servers = servers;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Verifies a spec. Whatever goes wrong with the server or in pgAssay itself is in the report, which then is ERRORED.
     *
     * @param spec as {@link Families#reader()} reads it
     * @param timings with the time that reading the spec took
     * @throws SpecException if the spec cannot be used: its migrations cannot be read, or PostgreSQL refuses a fragment
     */
    public Report verify(Spec spec, Timings timings) {
        ReportBuilder report = new ReportBuilder(spec, options, timings);
        List<Check> checks = timings.time("plan", () -> selected(spec, report));
        Preparation preparation = new Preparation(spec, options, progress);
        try {
            Optional<MigrationRunner> runner = preparation.runner();
            report.revisions(runner.map(tool -> tool.graph().order()).orElse(List.of()));
            onServer(spec, checks, preparation, runner, report, timings);
        } catch (ServerUnavailableException e) {
            report.stopped(checks, String.valueOf(e.getMessage()), e.missing());
        } catch (ToolUnavailableException e) {
            report.stopped(checks, String.valueOf(e.getMessage()), true);
        } catch (SQLException e) {
            report.stopped(checks, "The database broke off: " + Passwords.removed(e), false);
        } catch (UncheckedSqlException e) {
            report.stopped(checks, "The database broke off: " + Passwords.removed(e.sql()), false);
        }
        return report.build();
    }

    /** What is to be run; a selection that leaves nothing over is a result too, or it would look like a pass. */
    private List<Check> selected(Spec spec, ReportBuilder report) {
        List<Check> all = Families.all().stream()
                .flatMap(family -> family.checks(spec).stream())
                .filter(check -> options.measure().isPresent() || !check.onRequest())
                .toList();
        if (statesNothing(all, spec)) {
            throw new SpecException(
                    List.of(new Problem(
                            spec.location(),
                            "the spec states nothing: every database would be VERIFIED. Add migrations, tables or"
                                    + " claims, or include the files that have them")),
                    spec.sources());
        }
        List<Check> chosen = judgeable(
                all.stream().filter(options.only()).filter(options.shard()::has).toList(), all);
        report.selection(chosen.size(), all.size());
        return chosen.isEmpty() ? List.of(new NothingSelected(all.size(), spec.location())) : chosen;
    }

    /** Without the checks that judge what others find, of which some are not run. */
    private static List<Check> judgeable(List<Check> chosen, List<Check> all) {
        Set<Check> run = new HashSet<>(chosen);
        List<Check> left = chosen.stream()
                .filter(check -> !check.needs().contains(Need.FINDINGS)
                        || all.stream().filter(check::judges).allMatch(run::contains))
                .toList();
        // What is left out may be what another one judges.
        return left.size() == chosen.size() ? left : judgeable(left, all);
    }

    /** Whether all that is left is that the schema exists that every database has. */
    private static boolean statesNothing(List<Check> all, Spec spec) {
        return spec.schemas().equals(List.of("public"))
                && all.stream()
                        .allMatch(check ->
                                check.id().equals("schema/exists") || check.id().startsWith("waiver/"));
    }

    private void onServer(
            Spec spec,
            List<Check> checks,
            Preparation preparation,
            Optional<MigrationRunner> runner,
            ReportBuilder report,
            Timings timings)
            throws SQLException {
        progress.phase("starting PostgreSQL");
        // The processor has nothing to do meanwhile; the first fingerprint loads most of a JSON library.
        CompletableFuture<String> warm = CompletableFuture.supplyAsync(() -> Fingerprint.of(Catalog.empty()));
        PostgresServer server = timings.time("server", () -> servers.server(spec, options));
        report.server(server);
        warm.join();
        try (Databases databases = new Databases(server)) {
            boolean standing = preparation.asItStands(server);
            // Before the spec's own: the roles of both are the server's, and the other schema's go with it.
            Counterparts.Outcome other = needs(checks, Need.COUNTERPART)
                    ? timings.time("counterpart", () -> Counterparts.read(spec, server, servers, options, progress))
                    : Counterparts.NONE;
            // Closing the databases drops the one that was made for this run.
            Subject subject = timings.timeSql(
                    "migrate",
                    () -> standing
                            ? preparation.standing(server, databases, runner)
                            : preparation.migrated(server, databases, runner, needs(checks, Need.REHEARSALS)));
            report.subject(subject);
            KnownEvidence evidence = new KnownEvidence(subject, options.today());
            evidence.counterpart(other);
            examine(spec, checks, subject, evidence, databases, report, timings);
        }
    }

    private void examine(
            Spec spec,
            List<Check> checks,
            Subject subject,
            KnownEvidence evidence,
            Databases databases,
            ReportBuilder report,
            Timings timings)
            throws SQLException {
        evidence.lock(KnownHistory.lock(spec));
        List<Check> open = open(checks, subject, spec);
        if (subject.run().complete() || !subject.migrated()) {
            progress.phase("reading the catalog");
            try (Connection connection = subject.database().open()) {
                Catalog catalog = timings.timeSql("catalog", () -> CatalogReader.read(connection, spec.schemas()));
                evidence.catalog(catalog);
                if (needs(open, Need.APPLIED_REVISIONS) || needs(open, Need.RECORDED_REVISIONS)) {
                    Optional<AppliedRevisions> applied = KnownHistory.applied(spec, subject, connection);
                    evidence.applied(applied);
                    report.applied(applied, subject);
                }
                report.catalog(catalog, timings.time("fingerprint", () -> Fingerprint.of(catalog)));
                evidence.applicationPowers(RolePowers.read(
                        connection, spec.roles().application(), spec.roles().owner()));
                evidence.roles(RolePowers.names(connection), RolePowers.superusers(connection));
                if (needs(open, Need.BLUEPRINT)) {
                    progress.phase("building the blueprint");
                    evidence.blueprint(
                            timings.timeSql("blueprint", () -> blueprint(spec, subject, connection, catalog)));
                }
            }
        }
        if (subject.run().complete()) {
            Stages.of(spec, subject, databases, timings, options.seed())
                    .ifPresent(stage -> evidence.rehearsals(new Rehearsal(stage)));
        }
        Optional<Bench> bench = evidence.hasCatalog() && BENCHED.stream().anyMatch(need -> needs(open, need))
                ? Stages.bench(spec, subject, evidence.catalog(), databases, timings, options.seed())
                : Optional.empty();
        Optional<PlanDesk> desk = bench.map(held -> new PlanDesk(held, options.measure(), PlanScales.of(open)));
        try {
            bench.ifPresent(held -> evidence.sandbox(new Probes(held, desk.orElseThrow())));
            plans(subject, evidence, desk);
            values(spec, subject, evidence, bench);
            seeding(subject, evidence, bench);
            progress.phase("checking");
            timings.time("checks", () -> report.results(Masking.of(examined(open, evidence), spec)));
            if (bench.isPresent() || !subject.migrated()) {
                report.plans(open, evidence);
            }
            report.seeds(evidence);
            report.totals(evidence);
            report.attacks(evidence);
            report.parity(open, evidence);
            report.stages(subject, evidence);
        } finally {
            desk.ifPresent(PlanDesk::close);
        }
    }

    private static void plans(Subject subject, KnownEvidence evidence, Optional<PlanDesk> desk) {
        if (desk.isPresent()) {
            evidence.plans(desk.get());
        } else if (evidence.hasCatalog() && !subject.migrated()) {
            evidence.plans(
                    new StandingPlans(subject.database(), subject.server().superuser()));
        }
    }

    private static void values(Spec spec, Subject subject, KnownEvidence evidence, Optional<Bench> bench) {
        if (bench.isPresent()) {
            evidence.storedValues(SeededValues.on(bench.get()));
        } else if (evidence.hasCatalog() && !subject.migrated()) {
            evidence.storedValues(
                    new DatabaseValues("the database as it stands", subject.database()::open, spec.schemas()));
        }
    }

    private static void seeding(Subject subject, KnownEvidence evidence, Optional<Bench> bench) {
        if (bench.isPresent()) {
            evidence.seeding(new SeedTrial(bench.get()));
        } else if (evidence.hasCatalog() && !subject.migrated()) {
            evidence.seeding(
                    new StandingSeeds(subject.database(), subject.server().superuser()));
        }
    }

    /** Those that judge what the others find are run after them: claims first, which are judged themselves. */
    private static List<Examined> examined(List<Check> checks, KnownEvidence evidence) {
        Examination examination = new Examination(evidence);
        Map<Order, List<Check>> ordered = checks.stream().collect(Collectors.groupingBy(Order::of));
        List<Examined> examined = new ArrayList<>();
        for (Order order : Order.values()) {
            if (order != Order.LOOKS) {
                evidence.findings(examined.stream()
                        .flatMap(each -> each.findings().stream())
                        .toList());
            }
            List<Check> next = ordered.getOrDefault(order, List.of());
            examined.addAll(order == Order.LOOKS ? Strands.examined(next, examination) : examination.of(next));
        }
        IdentityHashMap<Check, Integer> places = new IdentityHashMap<>();
        checks.forEach(check -> places.put(check, places.size()));
        examined.sort(Comparator.comparing(each -> places.getOrDefault(each.check(), checks.size())));
        return examined;
    }

    /** When a check is run. */
    private enum Order {
        LOOKS,
        CLAIMS,
        JUDGES;

        static Order of(Check check) {
            if (!check.needs().contains(Need.FINDINGS)) {
                return LOOKS;
            }
            return check instanceof Claim ? CLAIMS : JUDGES;
        }
    }

    /** A database that is read as it stands says nothing of how its migrations run. */
    private static List<Check> open(List<Check> checks, Subject subject, Spec spec) {
        List<Check> open = judgeable(
                checks.stream()
                        .filter(check -> subject.migrated() || !check.needs().contains(Need.MIGRATION_RUN))
                        .toList(),
                checks);
        return open.isEmpty() ? List.of(new NothingSelected(checks.size(), spec.location())) : open;
    }

    private static boolean needs(List<Check> checks, Need need) {
        return checks.stream().map(Check::needs).anyMatch(needs -> needs.contains(need));
    }

    /** Built in the database itself if that may be written to, otherwise beside it. */
    private Blueprint blueprint(Spec spec, Subject subject, Connection connection, Catalog catalog)
            throws SQLException {
        if (subject.migrated() || options.allowWrites()) {
            return built(spec, connection, catalog);
        }
        PostgresServer beside = servers.embedded(subject.server().majorVersion());
        try (Databases databases = new Databases(beside);
                Database scratch = databases.create(null);
                Connection copy = scratch.open()) {
            // Definitions of tables name no other tables; those of views, triggers and policies do.
            List<String> missing = Plans.of(spec).objects().isEmpty()
                    ? TypeCopier.copy(catalog, copy)
                    : SkeletonCopier.copy(catalog, copy);
            Blueprint blueprint = built(spec, copy, catalog);
            return missing.isEmpty() ? blueprint : blueprint.incomplete();
        }
    }

    private static Blueprint built(Spec spec, Connection connection, Catalog catalog) throws SQLException {
        BlueprintBuilder.Outcome outcome = BlueprintBuilder.build(connection, Plans.of(spec), catalog, spec.schemas());
        if (!outcome.problems().isEmpty()) {
            throw new SpecException(outcome.problems(), spec.sources());
        }
        return outcome.blueprint();
    }

    /** The needs that a check must have met, for a message. */
    static @Nullable String unmet(Set<Need> needs, KnownEvidence evidence) {
        return needs.stream()
                .sorted()
                .map(evidence::unmet)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
