package org.pgassay.migration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds parents that another parent already follows, and dependencies that a parent or another dependency already rests
 * on.
 *
 * <p>A parent that only comes before another one because that depends on it is not redundant: without it, it would be a
 * head.
 */
final class Redundancy {

    private final Map<String, Revision> byId;
    private final Set<String> sound;
    private final Map<String, Integer> depth = new HashMap<>();

    /**
     * For a graph.
     *
     * @param sound the ids of those that are in no circle and rest on none, each after those that it needs
     */
    Redundancy(Map<String, Revision> byId, Set<String> sound) {
        this.byId = byId;
        this.sound = sound;
        for (String id : sound) {
            Revision revision = byId.get(id);
            int above = revision == null
                    ? 0
                    : GraphFaults.needs(revision).stream()
                            .mapToInt(need -> depth.getOrDefault(need, 0))
                            .max()
                            .orElse(0);
            depth.put(id, above + 1);
        }
    }

    void faults(List<Fault> faults) {
        for (Revision revision : byId.values()) {
            if (sound.contains(revision.id())
                    && revision.parents().size() + revision.dependsOn().size() > 1) {
                among(revision, faults);
            }
        }
    }

    private void among(Revision revision, List<Fault> faults) {
        Set<String> parents = new LinkedHashSet<>();
        for (String parent : revision.parents()) {
            if (!parents.add(parent)) {
                faults.add(twice(revision, parent));
            }
        }
        Map<String, String> covered = covered(parents, parents, Revision::parents);
        covered.forEach((parent, by) -> faults.add(fault(revision, parent, by, "parent")));
        Set<String> needs = GraphFaults.needs(revision);
        Set<String> dependencies = new LinkedHashSet<>(revision.dependsOn());
        for (String dependency : revision.dependsOn()) {
            if (parents.contains(dependency)) {
                faults.add(twice(revision, dependency));
                dependencies.remove(dependency);
            }
        }
        covered(dependencies, needs, each -> List.copyOf(GraphFaults.needs(each)))
                .forEach((dependency, by) -> faults.add(fault(revision, dependency, by, "dependency")));
    }

    /** Which of the candidates come before one of the others, each with that one. */
    private Map<String, String> covered(
            Set<String> candidates, Set<String> others, Function<Revision, List<String>> above) {
        Map<String, String> covered = new LinkedHashMap<>();
        if (candidates.isEmpty() || others.size() < 2) {
            return covered;
        }
        int least = candidates.stream()
                .mapToInt(id -> depth.getOrDefault(id, 0))
                .min()
                .orElse(0);
        for (String other : others) {
            // Nothing that is nearer to the roots than the candidates can lead to one of them.
            Set<String> seen = new HashSet<>(Set.of(other));
            Deque<String> open = new ArrayDeque<>(List.of(other));
            while (!open.isEmpty()) {
                Revision revision = byId.get(open.remove());
                for (String id : revision == null ? List.<String>of() : above.apply(revision)) {
                    if (depth.getOrDefault(id, 0) >= least && seen.add(id)) {
                        open.add(id);
                    }
                }
            }
            seen.remove(other);
            candidates.stream().filter(seen::contains).forEach(id -> covered.putIfAbsent(id, other));
        }
        return covered;
    }

    private Fault fault(Revision revision, String redundant, String by, String word) {
        Revision parent = revision(redundant);
        Revision cover = revision(by);
        return new Fault(
                Fault.Kind.REDUNDANT_PARENT,
                revision.id(),
                "revision " + Fault.place(revision) + " names the " + word + " " + Fault.place(parent) + ", which "
                        + Fault.place(cover)
                        + " rests on already. It says nothing, and makes the tool walk the history once more for it.",
                "Take " + redundant + " out of the " + (word.equals("parent") ? "parents" : "dependencies") + " in "
                        + revision.file() + ".",
                List.of(revision, parent, cover));
    }

    private Fault twice(Revision revision, String id) {
        return new Fault(
                Fault.Kind.REDUNDANT_PARENT,
                revision.id(),
                "revision " + Fault.place(revision) + " names " + Fault.place(revision(id))
                        + " twice among its parents and dependencies.",
                "Take it out once in " + revision.file() + ".",
                List.of(revision, revision(id)));
    }

    private Revision revision(String id) {
        Revision revision = byId.get(id);
        if (revision == null) {
            throw new IllegalStateException("revision " + id + " is sound and not there");
        }
        return revision;
    }
}
