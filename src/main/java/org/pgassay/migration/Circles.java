package org.pgassay.migration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the circles of a graph: its strongly connected components by Tarjan's algorithm (SIAM J. Comput. 1(2), 1972),
 * without recursion, and in each a shortest circle.
 */
final class Circles {

    private final Map<String, Revision> byId;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> stack = new ArrayDeque<>();
    private final Set<String> onStack = new HashSet<>();
    private final List<List<Revision>> circles = new ArrayList<>();

    Circles(Map<String, Revision> byId) {
        this.byId = byId;
    }

    /** A revision that is looked at, and those of its needs that are still to be looked at. */
    private record Visit(String id, Iterator<String> needs) {}

    /** One circle of each component, each revision followed by the one that it follows. */
    List<List<Revision>> all() {
        for (String id : byId.keySet()) {
            if (!index.containsKey(id)) {
                visit(id);
            }
        }
        return circles;
    }

    private void visit(String root) {
        Deque<Visit> visits = new ArrayDeque<>();
        visits.push(enter(root));
        while (!visits.isEmpty()) {
            Visit visit = visits.peek();
            if (visit.needs().hasNext()) {
                String need = visit.needs().next();
                if (!index.containsKey(need)) {
                    visits.push(enter(need));
                } else if (onStack.contains(need)) {
                    lower(visit.id(), index.getOrDefault(need, 0));
                }
            } else {
                visits.pop();
                leave(visit.id());
                if (!visits.isEmpty()) {
                    lower(visits.peek().id(), low.getOrDefault(visit.id(), 0));
                }
            }
        }
    }

    private Visit enter(String id) {
        index.put(id, index.size());
        low.put(id, index.size() - 1);
        stack.push(id);
        onStack.add(id);
        return new Visit(id, needs(id).iterator());
    }

    private void lower(String id, int to) {
        low.merge(id, to, Math::min);
    }

    private List<String> needs(String id) {
        Revision revision = byId.get(id);
        return revision == null
                ? List.of()
                : GraphFaults.needs(revision).stream().filter(byId::containsKey).toList();
    }

    private void leave(String id) {
        if (!low.getOrDefault(id, -1).equals(index.get(id))) {
            return;
        }
        Set<String> component = new HashSet<>();
        String member;
        do {
            member = stack.pop();
            onStack.remove(member);
            component.add(member);
        } while (!member.equals(id));
        if (component.size() > 1 || needs(id).contains(id)) {
            circles.add(shortest(component));
        }
    }

    /** A shortest circle through the component's first revision, in the order that the tool reads them in. */
    private List<Revision> shortest(Set<String> component) {
        String first =
                byId.keySet().stream().filter(component::contains).findFirst().orElseThrow();
        Map<String, String> from = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(first));
        while (!from.containsKey(first)) {
            String id = open.remove();
            for (String need : needs(id)) {
                if (component.contains(need) && from.putIfAbsent(need, id) == null) {
                    open.add(need);
                }
            }
        }
        List<Revision> circle = new ArrayList<>();
        @Nullable String id = first;
        do {
            id = from.get(id);
            circle.add(byId.get(id));
        } while (!first.equals(id));
        Collections.reverse(circle);
        return circle;
    }
}
