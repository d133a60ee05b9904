package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Evidence;
import org.pgassay.check.QueryPlans.Answer.Planned;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;

/** Tells where a plan is hardly better than the next one, so that a little change of statistics may turn it over. */
final class NearTies {

    /** What is dearer by less than this is a tie. */
    static final double MARGIN = 0.01;

    private static final TreeMap<String, String> JOINS = new TreeMap<>(
            Map.of("Nested Loop", "enable_nestloop", "Hash Join", "enable_hashjoin", "Merge Join", "enable_mergejoin"));

    private NearTies() {}

    /** A line for each. */
    static List<String> of(StatedQuery query, Planned planned, Evidence evidence) {
        List<String> lines = new ArrayList<>();
        for (QualifiedName index : Indexes.in(planned.root(), evidence.catalog())) {
            Planned other = Planning.without(query, Set.of(index), Set.of(), evidence);
            note("without " + query.names().subject(index), planned, other, lines);
        }
        TreeSet<String> types = new TreeSet<>();
        PlanWords.nodes(planned.root()).forEach(node -> types.add(node.type()));
        for (String join : JOINS.keySet()) {
            if (types.contains(join)) {
                Planned other = Planning.without(query, Set.of(), Set.of(JOINS.get(join)), evidence);
                note("without a " + join.toLowerCase(Locale.ROOT), planned, other, lines);
            }
        }
        return lines;
    }

    /** The indexes without which it costs more. */
    static List<QualifiedName> missed(StatedQuery query, Planned planned, Evidence evidence) {
        return Indexes.in(planned.root(), evidence.catalog()).stream()
                .filter(index -> Planning.without(query, Set.of(index), Set.of(), evidence)
                                .root()
                                .totalCost()
                        > planned.root().totalCost() * (1 + MARGIN))
                .toList();
    }

    private static void note(String without, Planned planned, Planned other, List<String> lines) {
        double cost = planned.root().totalCost();
        double dearer = cost <= 0 ? 0 : other.root().totalCost() / cost - 1;
        boolean same = PlanWords.shape(planned.root()).equals(PlanWords.shape(other.root()));
        boolean forced = PlanWords.nodes(other.root()).stream().anyMatch(PlanNode::disabled);
        if (!same && !forced && dearer < MARGIN) {
            lines.add(String.format(
                    Locale.ROOT,
                    "near tie: %s it would cost %s instead of %s: %s",
                    without,
                    PlanWords.cost(other.root().totalCost()),
                    PlanWords.cost(cost),
                    PlanWords.shape(other.root())));
        }
    }
}
