package org.pgassay.report.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the revisions of a graph are drawn: one a row, each after those that it needs, chains together; lines between
 * them run in lanes, of which those to one revision share one.
 *
 * @param rows from the first revision to the last one
 * @param edges from each revision to those that follow it
 * @param width how many lanes there are
 */
record GraphLayout(List<Row> rows, List<Edge> edges, int width) {

    /**
     * A revision and its lane.
     *
     * @param before what is in each lane above it
     * @param between what is in each lane once those that lead to it have ended
     * @param out the lanes that its own lines take
     * @param followed whether any other one follows it
     * @param missing the ids that it names and that no row has
     */
    record Row(
            DrawnRevision revision,
            int lane,
            List<Slot> before,
            List<Slot> between,
            Set<Integer> out,
            boolean followed,
            List<String> missing) {}

    /** What a lane holds: the row that it leads to, or nothing. */
    record Slot(int target, boolean dependency) {

        static final Slot FREE = new Slot(-1, false);

        boolean free() {
            return target < 0;
        }
    }

    /** A line from one row to another, by way of a lane. */
    record Edge(int from, int to, int fromLane, int lane, int toLane, boolean dependency) {}

    static GraphLayout of(List<DrawnRevision> revisions) {
        return new Builder(revisions).build();
    }

    private static final class Builder {

        private final List<DrawnRevision> order;
        private final Map<String, Integer> rowOf = new HashMap<>();
        private final List<List<Slot>> followers = new ArrayList<>();
        private final List<Slot> lanes = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private final List<Edge> open = new ArrayList<>();
        private int width = 1;

        Builder(List<DrawnRevision> revisions) {
            order = order(revisions);
            for (int i = 0; i < order.size(); i++) {
                rowOf.putIfAbsent(order.get(i).id(), i);
                followers.add(new ArrayList<>());
            }
            for (int i = 0; i < order.size(); i++) {
                follow(i, order.get(i).parents(), false);
                follow(i, order.get(i).dependsOn(), true);
            }
            followers.forEach(each -> each.sort(Comparator.comparingInt(Slot::target)));
        }

        private void follow(int row, List<String> ids, boolean dependency) {
            for (String id : new LinkedHashSet<>(ids)) {
                @Nullable Integer parent = rowOf.get(id);
                // A line up would be part of a circle, which no order of rows can show.
                if (parent != null && parent < row) {
                    followers.get(parent).add(new Slot(row, dependency));
                }
            }
        }

        private GraphLayout build() {
            for (int row = 0; row < order.size(); row++) {
                place(row);
            }
            List<Edge> edges = open.stream()
                    .map(edge -> new Edge(
                            edge.from(),
                            edge.to(),
                            edge.fromLane(),
                            edge.lane(),
                            rows.get(edge.to()).lane(),
                            edge.dependency()))
                    .toList();
            return new GraphLayout(List.copyOf(rows), edges, width);
        }

        private void place(int row) {
            List<Slot> before = List.copyOf(lanes);
            int lane = IntStream.range(0, lanes.size())
                    .filter(i -> lanes.get(i).target() == row)
                    .findFirst()
                    .orElseGet(this::free);
            for (int i = 0; i < lanes.size(); i++) {
                if (lanes.get(i).target() == row) {
                    lanes.set(i, Slot.FREE);
                }
            }
            List<Slot> between = List.copyOf(lanes);
            Set<Integer> out = new LinkedHashSet<>();
            for (Slot follower : followers.get(row)) {
                int taken = lanes.indexOf(follower);
                if (taken < 0) {
                    taken = lane < lanes.size() && !lanes.get(lane).free() ? free() : lane;
                    take(taken, follower);
                }
                out.add(taken);
                open.add(new Edge(row, follower.target(), lane, taken, -1, follower.dependency()));
            }
            width = Math.max(width, Math.max(lane + 1, lanes.size()));
            while (!lanes.isEmpty() && lanes.get(lanes.size() - 1).free()) {
                lanes.remove(lanes.size() - 1);
            }
            boolean followed = followers.get(row).stream().anyMatch(each -> !each.dependency());
            List<String> missing = Stream.concat(order.get(row).parents().stream(), order.get(row).dependsOn().stream())
                    .filter(id -> !rowOf.containsKey(id))
                    .distinct()
                    .toList();
            rows.add(new Row(order.get(row), lane, before, between, out, followed, missing));
        }

        private int free() {
            int free = lanes.indexOf(Slot.FREE);
            return free < 0 ? lanes.size() : free;
        }

        private void take(int lane, Slot slot) {
            while (lanes.size() <= lane) {
                lanes.add(Slot.FREE);
            }
            lanes.set(lane, slot);
        }

        /** Each after those that it needs, a chain in one piece; what goes in circles comes last. */
        private static List<DrawnRevision> order(List<DrawnRevision> revisions) {
            Map<String, Integer> index = new HashMap<>();
            for (int i = 0; i < revisions.size(); i++) {
                index.putIfAbsent(revisions.get(i).id(), i);
            }
            List<List<Integer>> followers = new ArrayList<>();
            revisions.forEach(revision -> followers.add(new ArrayList<>()));
            int[] waiting = new int[revisions.size()];
            for (int i = 0; i < revisions.size(); i++) {
                Set<String> needs = new LinkedHashSet<>(revisions.get(i).parents());
                needs.addAll(revisions.get(i).dependsOn());
                for (String need : needs) {
                    @Nullable Integer parent = index.get(need);
                    if (parent != null) {
                        followers.get(parent).add(i);
                        waiting[i]++;
                    }
                }
            }
            Deque<Integer> ready = new ArrayDeque<>();
            for (int i = 0; i < waiting.length; i++) {
                if (waiting[i] == 0) {
                    ready.addLast(i);
                }
            }
            List<DrawnRevision> order = new ArrayList<>();
            boolean[] done = new boolean[revisions.size()];
            while (!ready.isEmpty()) {
                int next = ready.removeFirst();
                order.add(revisions.get(next));
                done[next] = true;
                List<Integer> after = followers.get(next);
                for (int i = after.size() - 1; i >= 0; i--) {
                    if (--waiting[after.get(i)] == 0) {
                        ready.addFirst(after.get(i));
                    }
                }
            }
            IntStream.range(0, done.length).filter(i -> !done[i]).forEach(i -> order.add(revisions.get(i)));
            return order;
        }
    }
}
