package org.pgassay.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what is wrong with a graph, in a time that grows with its size and not with the number of its paths. */
final class GraphFaults {

    private final List<Revision> revisions;
    private final Map<String, Revision> byId = new LinkedHashMap<>();
    private final Map<String, List<Revision>> sameId = new LinkedHashMap<>();

    GraphFaults(List<Revision> revisions) {
        this.revisions = revisions;
        for (Revision revision : revisions) {
            byId.putIfAbsent(revision.id(), revision);
            sameId.computeIfAbsent(revision.id(), id -> new ArrayList<>()).add(revision);
        }
    }

    /** All faults, those first that keep the graph from being used. */
    List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        duplicates(faults);
        missing(faults);
        List<List<Revision>> circles = new Circles(byId).all();
        circles.forEach(circle -> faults.add(circle(circle)));
        Set<String> sound = reachable();
        unreachable(faults, circles, sound);
        new Redundancy(byId, sound).faults(faults);
        return faults;
    }

    private void duplicates(List<Fault> faults) {
        sameId.forEach((id, all) -> {
            if (all.size() > 1) {
                faults.add(new Fault(
                        Fault.Kind.DUPLICATE_ID,
                        id,
                        all.size() + " files state the id " + id + ": " + Fault.places(all)
                                + ". The tool takes one of them and never applies the other.",
                        "Give one of them an id of its own, and correct the parents that mean it.",
                        all));
            }
        });
    }

    private void missing(List<Fault> faults) {
        for (Revision revision : revisions) {
            Set<String> named = new LinkedHashSet<>(revision.parents());
            named.addAll(revision.dependsOn());
            for (String id : named) {
                if (!byId.containsKey(id)) {
                    faults.add(missing(revision, id));
                }
            }
        }
    }

    private Fault missing(Revision revision, String id) {
        boolean parent = revision.parents().contains(id);
        Optional<Revision> near = byId.values().stream()
                .filter(each -> !each.equals(revision))
                .filter(each -> alike(each, id))
                .findFirst();
        return new Fault(
                Fault.Kind.MISSING_PARENT,
                revision.id(),
                "revision " + Fault.place(revision) + (parent ? " follows " : " depends on ") + id
                        + ", and no file states a revision of that id"
                        + near.map(each -> "; the one most like it is " + Fault.place(each))
                                .orElse("")
                        + ". No tool can apply it, nor what rests on it.",
                "Add the file of revision " + id + ", or correct the id in " + revision.file() + ".",
                Stream.concat(Stream.of(revision), near.stream()).toList());
    }

    /** Whether an id may be meant by another spelling, or a file's name by its id. */
    private static boolean alike(Revision revision, String id) {
        String file = revision.file().getFileName().toString();
        return !id.isEmpty()
                && (revision.id().startsWith(id)
                        || id.startsWith(revision.id())
                        || revision.id().equalsIgnoreCase(id)
                        || file.startsWith(id + "_")
                        || file.startsWith(id + "."));
    }

    private static Fault circle(List<Revision> circle) {
        boolean itself = circle.size() == 1;
        return new Fault(
                Fault.Kind.CYCLE,
                circle.get(0).id(),
                itself
                        ? "revision " + Fault.place(circle.get(0)) + " follows itself, so it can never be applied."
                        : "revisions follow one another in a circle: "
                                + String.join(
                                        " follows ",
                                        circle.stream().map(Fault::place).toList()) + " follows "
                                + circle.get(0).id() + ". None of them can ever be applied.",
                "Correct the parent of the one that comes first.",
                circle);
    }

    /** The ids of those that can be applied: all that they need is there, and can be applied before. */
    private Set<String> reachable() {
        Map<String, Integer> open = new LinkedHashMap<>();
        Map<String, List<String>> followers = new LinkedHashMap<>();
        List<String> ready = new ArrayList<>();
        for (Revision revision : byId.values()) {
            Set<String> needs = needs(revision);
            open.put(revision.id(), needs.size());
            needs.forEach(need ->
                    followers.computeIfAbsent(need, id -> new ArrayList<>()).add(revision.id()));
            if (needs.isEmpty()) {
                ready.add(revision.id());
            }
        }
        Set<String> reachable = new LinkedHashSet<>();
        for (int i = 0; i < ready.size(); i++) {
            reachable.add(ready.get(i));
            for (String follower : followers.getOrDefault(ready.get(i), List.of())) {
                if (open.merge(follower, -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            }
        }
        return reachable;
    }

    static Set<String> needs(Revision revision) {
        Set<String> needs = new LinkedHashSet<>(revision.parents());
        needs.addAll(revision.dependsOn());
        return needs;
    }

    private void unreachable(List<Fault> faults, List<List<Revision>> circles, Set<String> sound) {
        Map<String, Revision> culprits = new LinkedHashMap<>();
        circles.forEach(circle -> circle.forEach(each -> culprits.put(each.id(), each)));
        for (Revision revision : byId.values()) {
            if (!byId.keySet().containsAll(needs(revision))) {
                culprits.put(revision.id(), revision);
            }
        }
        if (culprits.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Revision> each : causes(culprits).entrySet()) {
            Revision revision = byId.get(each.getKey());
            if (revision != null && !sound.contains(each.getKey()) && !culprits.containsKey(each.getKey())) {
                faults.add(new Fault(
                        Fault.Kind.UNREACHABLE,
                        revision.id(),
                        "revision " + Fault.place(revision) + " can never be applied: it rests on "
                                + Fault.place(each.getValue()) + ", which cannot be applied itself.",
                        "Mend " + each.getValue().id() + " first.",
                        List.of(revision, each.getValue())));
            }
        }
    }

    /** For each that rests on a culprit the nearest one: found from the culprits on, so that each is looked at once. */
    private Map<String, Revision> causes(Map<String, Revision> culprits) {
        Map<String, List<String>> followers = new LinkedHashMap<>();
        byId.values()
                .forEach(revision -> needs(revision)
                        .forEach(need -> followers
                                .computeIfAbsent(need, id -> new ArrayList<>())
                                .add(revision.id())));
        Map<String, Revision> causes = new LinkedHashMap<>(culprits);
        List<String> open = new ArrayList<>(culprits.keySet());
        for (int i = 0; i < open.size(); i++) {
            Revision cause = causes.get(open.get(i));
            for (String follower : followers.getOrDefault(open.get(i), List.of())) {
                if (cause != null && causes.putIfAbsent(follower, cause) == null) {
                    open.add(follower);
                }
            }
        }
        return causes;
    }
}
