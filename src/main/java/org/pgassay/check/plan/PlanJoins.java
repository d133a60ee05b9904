package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.QueryPlans.Answer.Planned;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;
import org.pgassay.spec.Location;

/**
 * At the stated sizes tables must be joined in a certain order, or in a certain way.
 *
 * @param order tables or aliases, the outer one of each join first; empty if any order will do
 * @param type nested-loop, hash or merge; null if any will do
 */
record PlanJoins(
        StatedQuery query, List<String> order, @Nullable String type, Location location) implements PlanCheck {

    static final String ID = "plan/joins";

    private static final Map<String, String> TYPES =
            Map.of("nested-loop", "Nested Loop", "hash", "Hash Join", "merge", "Merge Join");

    /** Copies the list. */
    PlanJoins {
        order = List.copyOf(order);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Planned planned = Planning.chosen(query, evidence);
        List<String> ties = NearTies.of(query, planned, evidence);
        List<String> found = order(planned.root());
        List<String> types = types(planned.root());
        String joined = String.join(", ", found) + (types.isEmpty() ? "" : " by " + String.join(", ", types));
        boolean holds = follows(planned.root()) && wrong(planned.root()).isEmpty() && !types.isEmpty();
        String at = query.at() + ".";
        if (holds) {
            return List.of(Planning.passed(this, query.name() + " joins " + joined + at, joined, planned, ties));
        }
        return List.of(Planning.failed(
                this,
                types.isEmpty()
                        ? "the plan of " + query.name() + " has no join" + at
                        : query.name() + " joins " + joined + " and not " + expected() + at,
                "Index what the inner tables are joined by; or, if what is chosen is better, state that.",
                expected(),
                joined,
                planned,
                marked(evidence),
                ties));
    }

    @Override
    public List<PlanFault> faults(Planned planned, Evidence evidence) {
        PlanNode root = planned.root();
        List<String> types = types(root);
        if (follows(root) && wrong(root).isEmpty() && !types.isEmpty()) {
            return List.of();
        }
        String joined = String.join(", ", order(root)) + (types.isEmpty() ? "" : " by " + String.join(", ", types));
        return List.of(new PlanFault(wrong(root), "it joins " + joined + " and not " + expected(), false));
    }

    private String expected() {
        return String.join(", ", order)
                + (order.isEmpty() || type == null ? "" : " ")
                + (type == null ? "" : "by " + TYPES.getOrDefault(type, "join").toLowerCase(Locale.ROOT));
    }

    private static List<String> order(PlanNode root) {
        return scans(root).stream()
                .map(node -> node.alias() == null ? String.valueOf(node.relation()) : node.alias())
                .toList();
    }

    /** A bitmap scan's index is no table of its own. */
    private static List<PlanNode> scans(PlanNode root) {
        return PlanWords.nodes(root).stream()
                .filter(node -> node.relation() != null && !node.type().equals("ModifyTable"))
                .toList();
    }

    /** What is named must come in that order; what is not named may stand between. */
    private boolean follows(PlanNode root) {
        int next = 0;
        for (PlanNode node : scans(root)) {
            if (next < order.size()
                    && List.of(name(node.alias()), name(node.relation())).contains(order.get(next))) {
                next++;
            }
        }
        return next == order.size();
    }

    private static String name(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static List<String> types(PlanNode root) {
        return PlanWords.nodes(root).stream()
                .map(PlanNode::type)
                .filter(TYPES.values()::contains)
                .map(each -> each.toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.toList());
    }

    private List<Integer> wrong(PlanNode root) {
        List<PlanNode> nodes = PlanWords.nodes(root);
        List<Integer> wrong = new ArrayList<>();
        for (int i = 0; i < nodes.size() && type != null; i++) {
            String each = nodes.get(i).type();
            if (TYPES.containsValue(each) && !each.equals(TYPES.get(type))) {
                wrong.add(i);
            }
        }
        return wrong;
    }

    @Override
    public List<Integer> marked(Evidence evidence) {
        Planned planned = Planning.chosen(query, evidence);
        List<Integer> wrong = wrong(planned.root());
        if (!wrong.isEmpty() || follows(planned.root())) {
            return wrong;
        }
        List<PlanNode> nodes = PlanWords.nodes(planned.root());
        for (int i = 0; i < nodes.size(); i++) {
            if (TYPES.containsValue(nodes.get(i).type())) {
                return List.of(i);
            }
        }
        return List.of();
    }
}
