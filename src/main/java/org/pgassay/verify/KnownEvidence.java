package org.pgassay.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.check.Blueprint;
import org.pgassay.check.Counterpart;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.QueryPlans;
import org.pgassay.check.Rehearsals;
import org.pgassay.check.Sandbox;
import org.pgassay.check.Seeding;
import org.pgassay.check.StoredValues;
import org.pgassay.migration.AppliedRevisions;
import org.pgassay.migration.Fault;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.RevisionLock;
import org.pgassay.migration.log.History;

/** The evidence of a run, as far as it has been gathered. */
final class KnownEvidence implements Evidence {

    private final Subject subject;
    private final LocalDate today;
    private List<Finding> findings = List.of();
    private @Nullable Catalog catalog;
    private @Nullable Blueprint blueprint;
    private @Nullable List<String> applicationPowers;
    private Set<String> roles = Set.of();
    private Set<String> superusers = Set.of();
    private Optional<RevisionLock> lock = Optional.empty();
    private @Nullable AppliedRevisions applied;
    private @Nullable Rehearsals rehearsals;
    private @Nullable Sandbox sandbox;
    private @Nullable QueryPlans plans;
    private @Nullable Counterpart counterpart;
    private String counterpartMissing = "the spec names no schema to compare with";
    private @Nullable StoredValues storedValues;
    private @Nullable Seeding seeding;

    KnownEvidence(Subject subject, LocalDate today) {
        this.subject = subject;
        this.today = today;
    }

    void catalog(Catalog read) {
        catalog = read;
    }

    void applicationPowers(@Nullable List<String> powers) {
        applicationPowers = powers;
    }

    void roles(Set<String> names, Set<String> powerful) {
        roles = Set.copyOf(names);
        superusers = Set.copyOf(powerful);
    }

    void blueprint(Blueprint built) {
        blueprint = built;
    }

    void lock(Optional<RevisionLock> read) {
        lock = read;
    }

    void applied(Optional<AppliedRevisions> read) {
        applied = read.orElse(null);
    }

    void rehearsals(Rehearsals possible) {
        rehearsals = possible;
    }

    void sandbox(Sandbox possible) {
        sandbox = possible;
    }

    void plans(QueryPlans possible) {
        plans = possible;
    }

    void counterpart(Counterparts.Outcome read) {
        counterpart = read.counterpart();
        counterpartMissing = read.missing();
    }

    void storedValues(StoredValues readable) {
        storedValues = readable;
    }

    void seeding(Seeding possible) {
        seeding = possible;
    }

    void findings(List<Finding> found) {
        findings = List.copyOf(found);
    }

    boolean hasCatalog() {
        return catalog != null;
    }

    boolean hasSeeding() {
        return seeding != null;
    }

    /** Why a need is not met; empty if it is. */
    String unmet(Need need) {
        return switch (need) {
            case SERVER, MIGRATIONS, RECORDED_REVISIONS, FINDINGS, TODAY -> "";
            case REVISION_GRAPH -> subject.runner().isEmpty() ? "the spec names no files that hold the revisions" : "";
            case APPLIED_REVISIONS -> applied == null ? unknownHistory() : "";
            case MIGRATION_RUN -> notRun();
            case HISTORY -> unrecorded();
            case REHEARSALS -> rehearsals == null ? why() : "";
            case SANDBOX -> sandbox == null ? untried() : "";
            case STORED_VALUES -> storedValues == null ? why() : "";
            case PLANS -> plans == null ? why() : "";
            case COUNTERPART -> counterpart == null ? counterpartMissing : "";
            case SEEDS -> seeding == null ? why() : "";
            case CATALOG -> catalog == null ? why() : "";
            case BLUEPRINT -> blueprint == null ? why() : "";
        };
    }

    private String unknownHistory() {
        String why = subject.migrated() ? why() : "";
        return why.isEmpty() ? "this tool keeps no table of what is applied, so the database does not say" : why;
    }

    /** Why the migrations were not run; empty if they were. */
    private String notRun() {
        List<Fault> faults = subject.migrated() ? subject.unusable() : List.of();
        return faults.isEmpty()
                ? missingExtensions()
                : "the migrations were not run, because no tool can apply such revisions: "
                        + faults.stream()
                                .map(fault -> fault.kind().word() + " at " + fault.subject())
                                .distinct()
                                .limit(5)
                                .collect(Collectors.joining(", "));
    }

    private String untried() {
        return subject.migrated() ? why() : "the database is read as it stands, so nothing is tried in it";
    }

    /** Half a history could pass what the other half breaks. */
    private String unrecorded() {
        if (!subject.migrated()) {
            return "the database is read as it stands, so what the migrations do to it was not recorded";
        }
        return subject.run().complete() ? subject.history().gap() : why();
    }

    private String missingExtensions() {
        return subject.missingExtensions().isEmpty()
                ? ""
                : "the migrations were not run, because this server lacks "
                        + subject.missingExtensions().stream()
                                .map(MissingExtension::name)
                                .collect(Collectors.joining(", "));
    }

    private String why() {
        List<String> failed = subject.run().steps().stream()
                .filter(step -> step.state() == MigrationRun.State.FAILED)
                .map(MigrationRun.Step::revision)
                .map(Revision::id)
                .toList();
        return failed.isEmpty() ? notRun() : "revision " + failed.get(0) + " failed, so there is no schema";
    }

    @Override
    public Catalog catalog() {
        if (catalog == null) {
            throw new IllegalStateException("the catalog was not read, and the check does not say that it needs it");
        }
        return catalog;
    }

    @Override
    public Blueprint blueprint() {
        if (blueprint == null) {
            throw new IllegalStateException("no blueprint was built, and the check does not say that it needs it");
        }
        return blueprint;
    }

    @Override
    public MigrationRun migrations() {
        return subject.run();
    }

    @Override
    public History history() {
        return subject.history();
    }

    @Override
    public RevisionGraph revisions() {
        return subject.runner()
                .map(MigrationRunner::graph)
                .orElseThrow(() -> new IllegalStateException(
                        "there are no revisions, and the check does not say that it needs them"));
    }

    @Override
    public Optional<RevisionLock> revisionLock() {
        return lock;
    }

    @Override
    public AppliedRevisions appliedRevisions() {
        if (applied == null) {
            throw new IllegalStateException(
                    "what is applied was not read, and the check does not say that it needs it");
        }
        return applied;
    }

    @Override
    public Optional<AppliedRevisions> recordedRevisions() {
        return subject.migrated() ? Optional.empty() : Optional.ofNullable(applied);
    }

    @Override
    public Rehearsals rehearsals() {
        if (rehearsals == null) {
            throw new IllegalStateException("no rehearsal can be held, and the check does not say that it needs one");
        }
        return rehearsals;
    }

    @Override
    public Sandbox sandbox() {
        if (sandbox == null) {
            throw new IllegalStateException("nothing can be tried, and the check does not say that it needs that");
        }
        return sandbox;
    }

    @Override
    public QueryPlans plans() {
        if (plans == null) {
            throw new IllegalStateException("no plan can be had, and the check does not say that it needs one");
        }
        return plans;
    }

    @Override
    public Counterpart counterpart() {
        if (counterpart == null) {
            throw new IllegalStateException("no other schema was read, and the check does not say that it needs one");
        }
        return counterpart;
    }

    @Override
    public StoredValues storedValues() {
        if (storedValues == null) {
            throw new IllegalStateException("no values can be read, and the check does not say that it needs them");
        }
        return storedValues;
    }

    @Override
    public Seeding seeding() {
        if (seeding == null) {
            throw new IllegalStateException("no seeds can be run, and the check does not say that it needs them");
        }
        return seeding;
    }

    @Override
    public Server server() {
        return new Server(
                subject.server().majorVersion(),
                subject.server().version(),
                subject.missingExtensions(),
                applicationPowers,
                roles,
                superusers,
                subject.migrator());
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public LocalDate today() {
        return today;
    }
}
