package org.pgassay.migration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The revisions of a folder and how they follow one another, read without a database.
 *
 * <p>It holds what the files say, faults and all: ids may be taken twice, parents be missing, revisions go in circles.
 */
public final class RevisionGraph {

    private final List<Revision> revisions;
    private final Map<String, Revision> byId = new LinkedHashMap<>();

    /** A graph of the revisions in the order that the tool reads them in. */
    public RevisionGraph(List<Revision> revisions) {
        this.revisions = List.copyOf(revisions);
        this.revisions.forEach(revision -> byId.putIfAbsent(revision.id(), revision));
    }

    /** The graph of a folder whose files are applied one after the other. */
    public static RevisionGraph linear(List<Revision> inOrder) {
        List<Revision> chain = new ArrayList<>();
        for (Revision revision : inOrder) {
            chain.add(
                    chain.isEmpty()
                            ? revision
                            : revision.after(List.of(chain.get(chain.size() - 1).id())));
        }
        return new RevisionGraph(chain);
    }

    /** All revisions as the files have them, in the order that the tool reads them in. */
    public List<Revision> revisions() {
        return revisions;
    }

    /** The revisions that no other one follows. */
    public List<Revision> heads() {
        Set<String> followed = byId.values().stream()
                .flatMap(revision -> revision.parents().stream())
                .collect(Collectors.toSet());
        return byId.values().stream()
                .filter(revision -> !followed.contains(revision.id()))
                .toList();
    }

    /** The revisions that follow no other one. */
    public List<Revision> roots() {
        return byId.values().stream()
                .filter(revision -> revision.parents().isEmpty())
                .toList();
    }

    /** These ids and those of all that they rest on, in the order of the files; ids that no file states are left out. */
    public Set<String> withAncestors(Collection<String> ids) {
        Set<String> seen = new HashSet<>(ids);
        Deque<String> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            Revision revision = byId.get(open.remove());
            if (revision != null) {
                needs(revision).stream().filter(seen::add).forEach(open::add);
            }
        }
        Set<String> ordered = new LinkedHashSet<>(byId.keySet());
        ordered.retainAll(seen);
        return ordered;
    }

    /** Whether there are two revisions of which neither rests on the other. */
    public boolean forks() {
        List<Revision> order = order();
        for (int i = 1; i < order.size(); i++) {
            if (!needs(order.get(i)).contains(order.get(i - 1).id())) {
                return true;
            }
        }
        return false;
    }

    /** The graph divided where it forks and merges, in the order that the revisions are applied in. */
    public List<Branch> branches() {
        Map<String, Integer> followers = new HashMap<>();
        byId.values()
                .forEach(revision -> new LinkedHashSet<>(revision.parents())
                        .forEach(parent -> followers.merge(parent, 1, Integer::sum)));
        Map<String, List<Revision>> chains = new LinkedHashMap<>();
        List<List<Revision>> branches = new ArrayList<>();
        for (Revision revision : order()) {
            String parent = revision.parents().size() == 1 ? revision.parents().get(0) : "";
            List<Revision> chain = followers.getOrDefault(parent, 0) == 1 ? chains.get(parent) : null;
            if (chain == null) {
                chain = new ArrayList<>();
                branches.add(chain);
            }
            chain.add(revision);
            chains.put(revision.id(), chain);
        }
        return branches.stream().map(RevisionGraph::branch).toList();
    }

    private static Branch branch(List<Revision> chain) {
        String name = chain.stream()
                .flatMap(revision -> revision.labels().stream())
                .findFirst()
                .orElse(chain.get(chain.size() - 1).id());
        return new Branch(name, chain);
    }

    /** What is wrong with the graph in itself, those faults first that keep it from being used. */
    public List<Fault> faults() {
        return new GraphFaults(revisions).all();
    }

    /** What is wrong with the graph if it is to begin and end as often as that. */
    public List<Fault> faults(int expectedHeads, int expectedRoots) {
        List<Fault> faults = new ArrayList<>(faults());
        headsFault(expectedHeads).ifPresent(faults::add);
        rootsFault(expectedRoots).ifPresent(faults::add);
        return faults;
    }

    /** What is wrong if so many revisions and no others may have none that follows them. */
    public Optional<Fault> headsFault(int expected) {
        List<Revision> heads = heads();
        if (heads.size() == expected) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                Fault.Kind.HEADS,
                "heads",
                "the history ends in " + heads.size() + (heads.size() == 1 ? " head: " : " heads: ")
                        + Fault.places(heads)
                        + (heads.size() > expected
                                ? ". Which of them the schema is, depends on who upgrades to what."
                                : "."),
                heads.size() > expected
                        ? "Merge them ('alembic merge heads'), correct the parent of the one that was branched off by"
                                + " mistake, or say how many heads there are to be."
                        : "Say how many heads there are to be, or add the branch that is missing.",
                heads));
    }

    /** What is wrong if so many revisions and no others may follow no other one. */
    public Optional<Fault> rootsFault(int expected) {
        List<Revision> roots = roots();
        if (roots.size() == expected) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                Fault.Kind.ROOTS,
                "roots",
                "the history begins in " + roots.size() + (roots.size() == 1 ? " root: " : " roots: ")
                        + Fault.places(roots)
                        + (roots.size() > expected ? ". A root may run first, whatever it needs of the others." : "."),
                roots.size() > expected
                        ? "Give the one that needs another its parent (down_revision), or say how many roots there are"
                                + " to be."
                        : "Say how many roots there are to be, or add the branch that is missing.",
                roots));
    }

    /**
     * An order in which each revision comes after those that it needs, and otherwise as the tool reads them. Those in a
     * circle, and those that rest on one, are not in it.
     */
    public List<Revision> order() {
        Map<String, Set<String>> open = new LinkedHashMap<>();
        byId.values().forEach(revision -> open.put(revision.id(), needs(revision)));
        Map<String, List<String>> followers = new LinkedHashMap<>();
        open.forEach((id, needs) -> needs.forEach(need ->
                followers.computeIfAbsent(need, key -> new ArrayList<>()).add(id)));
        Deque<String> ready = new ArrayDeque<>();
        open.forEach((id, needs) -> {
            if (needs.isEmpty()) {
                ready.add(id);
            }
        });
        List<Revision> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String id = ready.remove();
            Revision next = byId.get(id);
            if (next != null) {
                order.add(next);
            }
            for (String follower : followers.getOrDefault(id, List.of())) {
                Set<String> needs = open.getOrDefault(follower, new HashSet<>());
                if (needs.remove(id) && needs.isEmpty()) {
                    ready.add(follower);
                }
            }
        }
        return order;
    }

    /** Those that are there: one that is missing can be waited for in vain, and is a fault of its own. */
    private Set<String> needs(Revision revision) {
        Set<String> needs = new LinkedHashSet<>(revision.parents());
        needs.addAll(revision.dependsOn());
        needs.retainAll(byId.keySet());
        return needs;
    }
}
