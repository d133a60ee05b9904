package org.pgassay.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.CatalogFile;
import org.pgassay.check.Attacked;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.diff.Delta;
import org.pgassay.plan.PlanBook;
import org.pgassay.spec.Location;

/**
 * The whole outcome of one spec as one value. Nothing in it but {@code environment} and {@code timings} changes
 * between two runs on the same input.
 *
 * @param spec the spec's id
 * @param title the spec's title
 * @param specFile the spec's file
 * @param verdict the verdict over all results
 * @param problem why the run could not be finished; null for a whole report
 * @param fingerprint of the catalog, as {@code sha256:…}; null where none was read
 * @param summary how many results have each verdict; every verdict is a key
 * @param results sorted by check, then subject
 * @param claims in the spec's order
 * @param features in the spec's order
 * @param waivers in the spec's order
 * @param coverage how many of the database's objects the checks speak of; null where no catalog was read
 * @param tables the tables that the spec or the database has, in the spec's order, then by name
 * @param totals how many objects of each kind the database holds, by measure, in a fixed order
 * @param revisions the migrations, in the order they ran
 * @param provenance which revisions the objects of the database go back to, by kind and name; nothing where that was not
 *     recorded
 * @param trials what experiments have shown beyond their verdicts
 * @param environment where it ran: names and values to show
 * @param timings milliseconds by phase, in the order of the phases
 * @param catalogFile what another database can be compared with; null where the database was not complete, or the run
 *     was not
 */
public record Report(
        String spec,
        String title,
        String specFile,
        Overall verdict,
        @Nullable String problem,
        @Nullable String fingerprint,
        Map<Verdict, Integer> summary,
        List<Result> results,
        List<ClaimResult> claims,
        List<FeatureResult> features,
        List<WaiverResult> waivers,
        @Nullable Coverage coverage,
        List<TableSummary> tables,
        Map<String, Long> totals,
        List<RevisionSummary> revisions,
        List<Provenance> provenance,
        Trials trials,
        Map<String, String> environment,
        Map<String, Long> timings,
        @Nullable CatalogFile catalogFile) {

    /** A report without the catalog. */
    public Report(
            String spec,
            String title,
            String specFile,
            Overall verdict,
            @Nullable String problem,
            @Nullable String fingerprint,
            Map<Verdict, Integer> summary,
            List<Result> results,
            List<ClaimResult> claims,
            List<FeatureResult> features,
            List<WaiverResult> waivers,
            @Nullable Coverage coverage,
            List<TableSummary> tables,
            Map<String, Long> totals,
            List<RevisionSummary> revisions,
            List<Provenance> provenance,
            Trials trials,
            Map<String, String> environment,
            Map<String, Long> timings) {
        this(
                spec,
                title,
                specFile,
                verdict,
                problem,
                fingerprint,
                summary,
                results,
                claims,
                features,
                waivers,
                coverage,
                tables,
                totals,
                revisions,
                provenance,
                trials,
                environment,
                timings,
                null);
    }

    /**
     * What experiments have shown beyond their verdicts.
     *
     * @param rows how many tables took a made-up row; null where none was put in
     * @param immutability what came of the attempts to change rows that must not change, table by table
     * @param plans those of the queries whose plans are stated
     * @param parity what was compared with another schema, which is the left side; null where none was
     * @param seeds what seed data was put in
     */
    public record Trials(
            @Nullable RowFigures rows,
            List<Attacked.Cell> immutability,
            PlanBook plans,
            @Nullable Delta parity,
            SeedFigures seeds) {

        /** Nothing was tried. */
        public static final Trials NONE = new Trials(null, List.of(), PlanBook.NONE, null, SeedFigures.NONE);

        /** Copies the list. */
        public Trials {
            immutability = List.copyOf(immutability);
        }
    }

    /** The verdict over a whole spec. */
    public enum Overall {
        /** Everything was tried and holds (or is waived). */
        VERIFIED,
        /** Something does not hold, or was vacuous. */
        REJECTED,
        /** Nothing failed, something could not be tried. */
        INCOMPLETE,
        /** pgAssay or its database broke. */
        ERRORED
    }

    /**
     * A finding and the role it was made as.
     *
     * @param role the database role that looked or tried; null where no database was asked
     */
    public record Result(Finding finding, @Nullable String role) {}

    /**
     * A sentence of the delivery report, and what was measured.
     *
     * @param says the sentence
     * @param measure what was counted, as the spec writes it
     * @param expected what the sentence claims
     * @param measured what was counted; null where it could not be
     */
    public record ClaimResult(
            String says,
            String measure,
            String expected,
            @Nullable String measured,
            Verdict verdict,
            Location location) {}

    /**
     * A table for the overview.
     *
     * @param name as subjects name it
     * @param group the group that the spec puts it in; null for none
     * @param comment the table's comment in the database, or what the spec says of it
     * @param columns how many the database has; likewise the others
     * @param indexes secondary ones
     * @param checked how many results are about it
     * @param failed how many of these do not hold
     */
    public record TableSummary(
            String name,
            @Nullable String group,
            @Nullable String comment,
            boolean exists,
            boolean specified,
            int columns,
            int indexes,
            int foreignKeys,
            int constraints,
            int checked,
            int failed) {}

    /**
     * A migration step.
     *
     * @param id the revision's id
     * @param file its file
     * @param down the file that undoes it; null for none
     * @param state {@code applied}, {@code failed} or {@code pending}
     * @param statements how many statements of it ran
     * @param title what its file says of itself; empty for nothing
     * @param parents the ids of those that it follows
     * @param dependsOn the ids of those that it needs beside them
     * @param work what it did, as the database recorded it; null where it did not run, or was not recorded
     * @param stage what is known of it as a stage; null for a revision that is none
     */
    public record RevisionSummary(
            String id,
            String file,
            @Nullable String down,
            String state,
            int statements,
            String title,
            List<String> parents,
            List<String> dependsOn,
            @Nullable Work work,
            @Nullable StageSummary stage) {

        /** Copies the lists. */
        public RevisionSummary {
            parents = List.copyOf(parents);
            dependsOn = List.copyOf(dependsOn);
        }

        /** A revision that is no stage. */
        public RevisionSummary(
                String id,
                String file,
                @Nullable String down,
                String state,
                int statements,
                String title,
                List<String> parents,
                List<String> dependsOn,
                @Nullable Work work) {
            this(id, file, down, state, statements, title, parents, dependsOn, work, null);
        }

        /** The same revision, with what is known of it as a stage. */
        public RevisionSummary of(@Nullable StageSummary known) {
            return new RevisionSummary(id, file, down, state, statements, title, parents, dependsOn, work, known);
        }

        /** A revision that names no other one, and of which nothing was recorded. */
        public RevisionSummary(String id, String file, @Nullable String down, String state, int statements) {
            this(id, file, down, state, statements, "", List.of(), List.of(), null, null);
        }
    }

    /**
     * What a revision did.
     *
     * @param commands how many commands and statements on rows were recorded
     * @param made kind and name of each object, and likewise below
     * @param lock the strongest lock on a table that was there before; null for none
     * @param harms what it did to such tables: rewrites, scans, index builds, drops of data
     */
    public record Work(
            int commands,
            List<String> made,
            List<String> changed,
            List<String> dropped,
            @Nullable String lock,
            List<String> harms) {

        /** Copies the lists. */
        public Work {
            made = List.copyOf(made);
            changed = List.copyOf(changed);
            dropped = List.copyOf(dropped);
            harms = List.copyOf(harms);
        }
    }

    /**
     * Which revisions an object, or a part of a table, goes back to. A part that came with its table is not listed.
     *
     * @param kind in plain words
     * @param name as subjects have it
     * @param made the revision that made it; null for what was there before the migrations
     * @param changed the later revisions that changed it
     */
    public record Provenance(
            String kind, String name, @Nullable String made, List<String> changed) {

        /** Copies the list. */
        public Provenance {
            changed = List.copyOf(changed);
        }
    }

    /** Copies the collections, keeping their order. */
    public Report {
        summary = ordered(summary);
        results = List.copyOf(results);
        claims = List.copyOf(claims);
        features = List.copyOf(features);
        waivers = List.copyOf(waivers);
        tables = List.copyOf(tables);
        totals = ordered(totals);
        revisions = List.copyOf(revisions);
        provenance = List.copyOf(provenance);
        environment = ordered(environment);
        timings = ordered(timings);
    }

    private static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** The same report with other timings. */
    public Report withTimings(Map<String, Long> measured) {
        return new Report(
                spec,
                title,
                specFile,
                verdict,
                problem,
                fingerprint,
                summary,
                results,
                claims,
                features,
                waivers,
                coverage,
                tables,
                totals,
                revisions,
                provenance,
                trials,
                environment,
                measured,
                catalogFile);
    }

    /** The same report with the catalog that it is about. */
    public Report with(@Nullable CatalogFile file) {
        return new Report(
                spec,
                title,
                specFile,
                verdict,
                problem,
                fingerprint,
                summary,
                results,
                claims,
                features,
                waivers,
                coverage,
                tables,
                totals,
                revisions,
                provenance,
                trials,
                environment,
                timings,
                file);
    }

    /** How many tables took a made-up row; null where none was put in. */
    public @Nullable RowFigures rows() {
        return trials.rows();
    }

    /** What came of the attempts to change rows that must not change, table by table. */
    public List<Attacked.Cell> immutability() {
        return trials.immutability();
    }

    /** The plans of the queries whose plans are stated. */
    public PlanBook plans() {
        return trials.plans();
    }

    /** What was compared with another schema, which is the left side; null where none was. */
    public @Nullable Delta parity() {
        return trials.parity();
    }

    /** What seed data was put in. */
    public SeedFigures seeds() {
        return trials.seeds();
    }

    /** The results that decide against the spec, in their order: failed, vacuous and errored ones. */
    public List<Result> failures() {
        return results.stream()
                .filter(result -> switch (result.finding().verdict()) {
                    case FAILED, VACUOUS, ERRORED -> true;
                    case PASSED, UNVERIFIED, WAIVED -> false;
                })
                .toList();
    }
}
