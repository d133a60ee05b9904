package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts things in an order in which each comes after what must be before it, and otherwise in their own order.
 *
 * @param sorted all of them
 * @param broken those that came before something that should have been before them, as they go in a circle
 */
record Order<T>(List<T> sorted, Set<T> broken) {

    /**
     * Sorts.
     *
     * @param before what must be before each
     */
    static <T> Order<T> of(Map<T, Set<T>> before, Comparator<T> own) {
        Map<T, Integer> open = new HashMap<>();
        Map<T, List<T>> waiting = new LinkedHashMap<>();
        PriorityQueue<T> ready = new PriorityQueue<>(own);
        TreeSet<T> left = new TreeSet<>(own);
        before.forEach((node, others) -> {
            int count = 0;
            for (T other : others) {
                if (before.containsKey(other) && !other.equals(node)) {
                    waiting.computeIfAbsent(other, key -> new ArrayList<>()).add(node);
                    count++;
                }
            }
            open.put(node, count);
            left.add(node);
            if (count == 0) {
                ready.add(node);
            }
        });
        List<T> sorted = new ArrayList<>();
        Set<T> broken = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            T next = ready.isEmpty() ? left.first() : ready.remove();
            if (!left.remove(next)) {
                continue;
            }
            if (open.getOrDefault(next, 0) > 0) {
                broken.add(next);
            }
            sorted.add(next);
            for (T other : waiting.getOrDefault(next, List.of())) {
                if (open.merge(other, -1, Integer::sum) == 0 && left.contains(other)) {
                    ready.add(other);
                }
            }
        }
        return new Order<>(sorted, broken);
    }
}
