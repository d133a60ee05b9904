package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.plan.Actual;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;

/** Compares the rows that the planner expected with those that there were. */
final class Estimates {

    /** Fewer rows than that count as so many: a factor between small numbers says nothing. */
    private static final double LEAST = 10;

    /** These read all that is below them before they yield anything. */
    private static final Set<String> BLOCKING = Set.of("Sort", "Hash", "Aggregate");

    /** These have no rows of their own. */
    private static final Set<String> UNCOUNTED = Set.of("BitmapAnd", "BitmapOr", "ModifyTable");

    /** How much of a share the leader of parallel workers does less for each of them: get_parallel_divisor in costsize.c. */
    private static final double LEADER = 0.3;

    private final double factor;
    private final List<PlanFault> faults = new ArrayList<>();
    private int number;

    private Estimates(double factor) {
        this.factor = factor;
    }

    /** The nodes where estimate and rows differ by more than the factor. */
    static List<PlanFault> of(PlanNode root, double factor) {
        Estimates estimates = new Estimates(factor);
        estimates.look(root, false, 1);
        return estimates.faults;
    }

    /**
     * Looks at a node and those below it.
     *
     * @param cut whether something above it may stop it early, so that it yields less than it could
     * @param share for how many processes the estimate is one's
     */
    private void look(PlanNode node, boolean cut, double share) {
        int own = number++;
        Optional<Actual> actual = Actual.of(node);
        if (actual.isPresent() && actual.get().loops() > 0 && !UNCOUNTED.contains(node.type())) {
            compare(own, node, actual.get().rows(), node.rows() * share, cut);
        }
        double below = node.type().startsWith("Gather") ? share(node) : share;
        for (int i = 0; i < node.children().size(); i++) {
            look(node.children().get(i), cuts(node, i, cut), below);
        }
    }

    private static double share(PlanNode gather) {
        double workers = Double.parseDouble(gather.details().getOrDefault("Workers Planned", "0"));
        return workers + Math.max(0, 1 - LEADER * workers);
    }

    private static boolean cuts(PlanNode node, int child, boolean cut) {
        if (BLOCKING.contains(node.type()) && !"Sorted".equals(node.details().get("Strategy"))) {
            return false;
        }
        String join = node.details().getOrDefault("Join Type", "Inner");
        boolean first = join.equals("Semi") || join.equals("Anti") || "true".equals(node.details().get("Inner Unique"));
        return cut || node.type().equals("Limit") || node.type().equals("Merge Join") || (child == 1 && first);
    }

    private void compare(int own, PlanNode node, double rows, double expected, boolean cut) {
        double more = Math.max(rows, LEAST) / Math.max(expected, LEAST);
        boolean over = more > factor;
        boolean under = 1 / more > factor && !cut;
        if (over || under) {
            faults.add(new PlanFault(
                    List.of(own),
                    PlanWords.step(node) + " yields " + PlanWords.count(rows, "row") + " where "
                            + PlanWords.count(expected, "row") + (expected == 1 ? " was" : " were") + " expected",
                    true));
        }
    }
}
