package org.pgassay.migration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /**
     * An order in which each revision comes after those that it needs, and otherwise as the tool reads them. Those in a
     * circle, and those that rest on one, are not in it.
     */
    public List<Revision> order() {
        Map<String, Set<String>> open = new LinkedHashMap<>();
        byId.values().forEach(revision -> open.put(revision.id(), needs(revision)));
        Map<String, List<String>> followers = new LinkedHashMap<>();
        open.forEach((id, needs) ->
                needs.forEach(need -> followers.computeIfAbsent(need, key -> new ArrayList<>()).add(id)));
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
