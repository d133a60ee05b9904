package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.QueryPlans.Answer.Planned;
import org.pgassay.check.QueryPlans.Situation.AsItIs;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;
import org.pgassay.spec.Location;

/**
 * Indexes alone must be able to serve a query's predicate and order; or it is known that they cannot.
 *
 * @param expected whether they must
 */
record PlanServable(StatedQuery query, boolean expected, Location location) implements PlanCheck {

    static final String ID = "plan/servable";

    /** Without them the planner takes an index wherever one will do. */
    static final Set<String> AVOIDED = Set.of("enable_seqscan", "enable_sort", "enable_incremental_sort");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Planned planned = Planning.planned(query, new AsItIs(AVOIDED), evidence);
        List<String> faults = faults(planned.root());
        String shape = PlanWords.shape(planned.root());
        if (faults.isEmpty() == expected) {
            String message = expected
                    ? "indexes can serve " + query.name() + ": " + shape + "."
                    : "no index can serve " + query.name() + ", as stated: " + String.join("; ", faults) + ".";
            return List.of(Planning.passed(this, message, shape, planned, List.of()));
        }
        return List.of(Planning.failed(
                this,
                expected
                        ? "no index can serve " + query.name() + ": even with sequential scans and sorts switched off, "
                                + String.join("; ", faults) + "."
                        : "indexes can serve " + query.name() + " now, and the spec says that they cannot.",
                expected
                        ? "Create an index whose first columns are those of the predicate, followed by those of the order."
                        : "State 'servable: true'.",
                expected ? "served by indexes" : "not served by indexes",
                shape,
                planned,
                marks(planned.root()),
                List.of()));
    }

    private static List<String> faults(PlanNode root) {
        return PlanWords.nodes(root).stream()
                .map(PlanServable::fault)
                .filter(fault -> !fault.isEmpty())
                .distinct()
                .toList();
    }

    static List<Integer> marks(PlanNode root) {
        List<PlanNode> nodes = PlanWords.nodes(root);
        List<Integer> marks = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (!fault(nodes.get(i)).isEmpty()) {
                marks.add(i);
            }
        }
        return marks;
    }

    /** Why a step is not one that an index serves; empty if it is. */
    private static String fault(PlanNode node) {
        return switch (node.type()) {
            case "Seq Scan" -> node.relation() + " is read as a whole";
            case "Sort", "Incremental Sort" ->
                "the rows are sorted by " + node.details().getOrDefault("Sort Key", "its keys");
            case "Index Scan", "Index Only Scan" ->
                node.details().containsKey("Filter") && !node.details().containsKey("Index Cond")
                        ? node.index() + " is read from end to end to filter " + node.relation()
                        : "";
            default -> "";
        };
    }
}
