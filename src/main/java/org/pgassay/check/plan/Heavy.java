package org.pgassay.check.plan;

import java.util.List;
import org.pgassay.plan.Actual;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;

/** Finds the steps that weigh most in a plan. */
final class Heavy {

    private Heavy() {}

    /** The step that costs most by itself, in the order of {@link PlanWords#nodes}. */
    static int heaviest(PlanNode root) {
        List<PlanNode> nodes = PlanWords.nodes(root);
        int heaviest = 0;
        for (int i = 1; i < nodes.size(); i++) {
            if (own(nodes.get(i)) > own(nodes.get(heaviest))) {
                heaviest = i;
            }
        }
        return heaviest;
    }

    private static double own(PlanNode node) {
        return node.totalCost()
                - node.children().stream().mapToDouble(PlanNode::totalCost).sum();
    }

    /** The step that yields most rows, really where the plan was run, in the order of {@link PlanWords#nodes}. */
    static int widest(PlanNode root) {
        List<PlanNode> nodes = PlanWords.nodes(root);
        int widest = 0;
        for (int i = 1; i < nodes.size(); i++) {
            if (Actual.rows(nodes.get(i)) > Actual.rows(nodes.get(widest))) {
                widest = i;
            }
        }
        return widest;
    }
}
