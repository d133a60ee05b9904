package org.pgassay.check.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.migration.Fault;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.log.History;
import org.pgassay.migration.log.History.Item;
import org.pgassay.spec.Location;

/**
 * No two revisions make the same object of which neither rests on the other.
 *
 * @param schema the spec's first, whose objects need no schema in their names
 */
record SameObject(String schema, Location location) implements Check {

    static final String ID = "migration/same-object";

    private static final String EXPECTED = "made on one branch";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "migrations";
    }

    /** Not the history, without which it is known all the same that revisions in one line have no branches. */
    @Override
    public Set<Need> needs() {
        return Set.of(Need.MIGRATION_RUN, Need.REVISION_GRAPH);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        RevisionGraph graph = evidence.revisions();
        if (!graph.forks()) {
            return List.of(linear(graph.revisions().size()));
        }
        History history = evidence.history();
        if (!evidence.migrations().complete()) {
            return List.of(incomplete(evidence.migrations()));
        } else if (!history.gap().isEmpty()) {
            return List.of(Finding.unverified(
                    this,
                    history.gap() + ", so whether two branches make the same object is not known.",
                    "Verify on a server where the recorder can run."));
        }
        List<Finding> findings = findings(graph, history);
        return findings.isEmpty() ? List.of(none(history)) : findings;
    }

    private Finding linear(int revisions) {
        return revisions == 0
                ? Finding.failed(
                                this,
                                "there is no revision, so that no two make the same object says nothing.",
                                "Name the folder that holds the migrations.",
                                "revisions",
                                "none")
                        .as(Verdict.VACUOUS)
                : Finding.passed(
                        this,
                        "the history has no branches, so no two of them make the same object.",
                        "each revision rests on all before it",
                        revisions);
    }

    private Finding incomplete(MigrationRun run) {
        String failed = run.steps().stream()
                .filter(step -> step.state() == MigrationRun.State.FAILED)
                .map(step -> "revision " + step.revision().id() + " failed")
                .findFirst()
                .orElse("not all revisions are applied");
        return Finding.unverified(
                this,
                failed + ", so what the branches make is not known as a whole.",
                "Mend the revision that failed.");
    }

    /** Nothing that was made by nobody says that no two made it. */
    private Finding none(History history) {
        int touched = history.revisions().stream()
                .mapToInt(deeds -> deeds.made().size() + deeds.changed().size())
                .sum();
        return touched == 0
                ? Finding.failed(
                                this,
                                "no revision makes any object, so that no two make the same says nothing.",
                                "Name the folder that holds the migrations.",
                                "objects",
                                "none")
                        .as(Verdict.VACUOUS)
                : Finding.passed(this, "no two branches make the same object.", EXPECTED, touched);
    }

    private List<Finding> findings(RevisionGraph graph, History history) {
        Map<String, Revision> byId = new HashMap<>();
        graph.revisions().forEach(revision -> byId.putIfAbsent(revision.id(), revision));
        Ancestors ancestors = new Ancestors(graph, new HashMap<>());
        Map<Item, List<Revision>> faults = new LinkedHashMap<>();
        history.makers().forEach((item, makers) -> {
            Set<String> repeaters = history.repeaters().getOrDefault(item, Set.of());
            List<Revision> apart = ancestors.apart(List.copyOf(makers), repeaters).stream()
                    .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                    .toList();
            if (!apart.isEmpty()) {
                faults.put(item, apart);
            }
        });
        List<Finding> findings = new ArrayList<>();
        faults.forEach((item, makers) -> {
            if (faults.keySet().stream().noneMatch(whole -> comesWith(item, whole))) {
                findings.add(fault(item, makers, history.repeaters().getOrDefault(item, Set.of())));
            }
        });
        return findings;
    }

    /** A column or constraint comes with its table, and an index with its constraint. */
    private static boolean comesWith(Item part, Item whole) {
        return switch (part.kind()) {
            case "column", "constraint" ->
                whole.kind().equals("table") && part.identity().startsWith(whole.identity() + ".");
            case "index" -> {
                String name = part.identity().substring(part.identity().indexOf('.') + 1);
                yield whole.kind().equals("constraint") && whole.identity().endsWith("." + name);
            }
            default -> false;
        };
    }

    private Finding fault(Item item, List<Revision> makers, Set<String> repeaters) {
        List<String> lines = makers.stream()
                .map(revision -> "revision " + Fault.place(revision)
                        + (repeaters.contains(revision.id()) ? " found it there, and made nothing" : " made it"))
                .toList();
        String others = makers.size() == 2
                ? " and by revision " + Fault.place(makers.get(1)) + ", and neither of the two rests on the other"
                : " and on other branches by " + Fault.places(makers.subList(1, makers.size()));
        return Finding.failed(
                        this,
                        words(item, schema) + " is made by revision " + Fault.place(makers.get(0)) + others
                                + ": which of them runs first decides what it is, and undoing one takes it from the"
                                + " other.",
                        "Let one of them depend on the other (Alembic: depends_on), or make it in one place, in a"
                                + " revision that both follow.",
                        EXPECTED,
                        "made by " + Fault.places(makers))
                .about(name(item, schema))
                .with(lines);
    }

    /** The object as subjects name it. */
    private static String name(Item item, String schema) {
        return item.identity().startsWith(schema + ".")
                ? item.identity().substring(schema.length() + 1)
                : item.identity();
    }

    /** The object with its kind. */
    static String words(Item item, String schema) {
        return item.kind() + " " + name(item, schema);
    }

    /** Which revision rests on which, as far as it was asked for. */
    private record Ancestors(RevisionGraph graph, Map<String, Set<String>> known) {

        /** Those of the makers for which there is another one such that neither rests on the other. */
        private List<String> apart(List<String> makers, Set<String> repeaters) {
            Set<String> apart = new LinkedHashSet<>();
            for (String left : makers) {
                for (String right : makers) {
                    // What both found there a third one has made: that one counts.
                    boolean bothFoundIt = repeaters.contains(left) && repeaters.contains(right);
                    if (!bothFoundIt && !rests(left, right) && !rests(right, left)) {
                        apart.add(left);
                    }
                }
            }
            return List.copyOf(apart);
        }

        private boolean rests(String revision, String on) {
            return known.computeIfAbsent(revision, id -> graph.withAncestors(List.of(id)))
                    .contains(on);
        }
    }
}
