package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.pgassay.check.Verdict;
import org.pgassay.generate.LiveChange;
import org.pgassay.generate.LiveMutations;
import org.pgassay.generate.LiveMutations.Effect;
import org.pgassay.generate.Migrated;

/**
 * Migrations, the spec that was written of them, and what the spec says of changed ones.
 *
 * @param migrations the folder of the migrations
 * @param spec the spec's file
 * @param writer what wrote it
 */
record RoundTrip(Path migrations, Path spec, SpecWriter writer) {

    /** What came of the changes: how many were what, of which kinds were effective ones, and which were not noticed. */
    record Tally(Map<Effect, Integer> counts, Set<String> effective, List<String> survivors) {

        Tally() {
            this(new EnumMap<>(Effect.class), new TreeSet<>(), new ArrayList<>());
        }

        int changed() {
            return counts.getOrDefault(Effect.CHANGED, 0);
        }

        void add(Tally other) {
            other.counts.forEach((effect, count) -> counts.merge(effect, count, Integer::sum));
            effective.addAll(other.effective);
            survivors.addAll(other.survivors);
        }
    }

    static RoundTrip of(Path migrations, int major, SpecWriter writer) throws Exception {
        return new RoundTrip(migrations, writer.write(migrations, major), writer);
    }

    /** The spec holds of the migrations that it was written of. */
    RoundTrip holds(int major) {
        Report report = Trial.verify(spec, VerifyOptions.defaults().onPostgres(major));

        assertThat(Trial.failures(report))
                .as("%s on PostgreSQL %s", spec, major)
                .isEmpty();
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(report.results()).hasSizeGreaterThan(20);
        return this;
    }

    /**
     * Makes changes, each as one more migration, and verifies.
     *
     * @param most how many of the effective ones at most, drawn by lot
     * @param seed of the lot
     */
    Tally change(int major, int most, long seed) throws Exception {
        Tally tally = new Tally();
        List<LiveChange> changed = new ArrayList<>();
        try (Migrated migrated = Migrated.by(migrations, major);
                Connection connection = migrated.open()) {
            for (LiveChange change : drawn(LiveMutations.of(connection), seed)) {
                if (changed.size() < most) {
                    Effect effect = LiveMutations.tryOut(change, connection);
                    tally.counts().merge(effect, 1, Integer::sum);
                    if (effect == Effect.CHANGED) {
                        changed.add(change);
                        tally.effective().add(change.kind());
                    }
                }
            }
        }
        for (LiveChange change : changed) {
            String verdict = verdictOn(change, major);
            if (!verdict.isEmpty()) {
                tally.survivors().add(change + " -> " + verdict);
            }
        }
        return tally;
    }

    /** One change of each kind, then the second one of each, and so on: what is rare is not crowded out. */
    private List<LiveChange> drawn(Map<String, List<LiveChange>> changes, long seed) {
        Random random = new Random(seed);
        List<List<LiveChange>> rounds = new ArrayList<>();
        for (List<LiveChange> ofOneKind : changes.values()) {
            List<LiveChange> shuffled =
                    new ArrayList<>(ofOneKind.stream().filter(writer::covers).toList());
            Collections.shuffle(shuffled, random);
            for (int i = 0; i < shuffled.size(); i++) {
                if (rounds.size() == i) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(i).add(shuffled.get(i));
            }
        }
        rounds.forEach(round -> Collections.shuffle(round, random));
        return rounds.stream().flatMap(List::stream).toList();
    }

    /** Empty if the change was noticed and named. */
    private String verdictOn(LiveChange change, int major) throws Exception {
        Path file = migrations.resolve("99999_change.sql");
        Files.writeString(file, change.sql() + ";\n", StandardCharsets.UTF_8);
        try {
            Report report = Trial.verify(spec, VerifyOptions.defaults().onPostgres(major));
            boolean named = report.failures().stream()
                    .map(Report.Result::finding)
                    .filter(finding -> finding.verdict() == Verdict.FAILED
                            && !finding.check().startsWith("claim/"))
                    .anyMatch(finding -> change.isNamedBy(finding.subject()));
            return named && report.verdict() == Report.Overall.REJECTED
                    ? ""
                    : report.verdict() + " " + Trial.failures(report);
        } catch (RuntimeException e) {
            // One change that cannot be verified must not hide what becomes of the others.
            return e.toString();
        } finally {
            Files.delete(file);
        }
    }
}
