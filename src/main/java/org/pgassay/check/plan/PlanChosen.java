package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.List;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.QueryPlans.Answer.Planned;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;
import org.pgassay.spec.Location;
import org.pgassay.spec.Suggestions;

/**
 * At the stated sizes the planner must choose certain indexes.
 *
 * @param indexes each of which must be used
 */
record PlanChosen(StatedQuery query, List<QualifiedName> indexes, Location location) implements PlanCheck {

    static final String ID = "plan/chosen";

    /** Copies the list. */
    PlanChosen {
        indexes = List.copyOf(indexes);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Planned planned = Planning.chosen(query, evidence);
        List<String> ties = NearTies.of(query, planned, evidence);
        List<QualifiedName> unused = unused(planned, evidence);
        String shape = PlanWords.shape(planned.root());
        if (unused.isEmpty()) {
            return List.of(Planning.passed(
                    this,
                    query.name() + " uses " + names(indexes) + query.at() + ".",
                    shape,
                    planned,
                    ties));
        }
        return List.of(Planning.failed(
                this,
                query.name() + " does not use " + names(unused) + query.at() + ": its plan is " + shape
                        + missing(unused, evidence) + ".",
                "Make an index that fits predicate and order better than what is chosen; or, if what is chosen is better,"
                        + " state that.",
                "uses " + names(indexes),
                shape,
                planned,
                marked(evidence),
                ties));
    }

    @Override
    public List<Integer> marked(Evidence evidence) {
        return marked(Planning.chosen(query, evidence), evidence);
    }

    @Override
    public List<PlanFault> faults(Planned planned, Evidence evidence) {
        List<QualifiedName> unused = unused(planned, evidence);
        return unused.isEmpty()
                ? List.of()
                : List.of(new PlanFault(marked(planned, evidence), "it does not use " + names(unused), false));
    }

    private List<Integer> marked(Planned planned, Evidence evidence) {
        List<QualifiedName> unused = unused(planned, evidence);
        List<String> tables = unused.stream()
                .flatMap(index -> Indexes.table(index, evidence.catalog()).stream())
                .map(table -> table.name().name())
                .toList();
        List<Integer> marks = new ArrayList<>();
        List<PlanNode> nodes = PlanWords.nodes(planned.root());
        for (int i = 0; i < nodes.size() && !unused.isEmpty(); i++) {
            String relation = nodes.get(i).relation();
            if (relation != null && (tables.isEmpty() || tables.contains(relation))) {
                marks.add(i);
            }
        }
        return marks;
    }

    private List<QualifiedName> unused(Planned planned, Evidence evidence) {
        return indexes.stream()
                .filter(index -> !Indexes.uses(planned.root(), index, evidence.catalog()))
                .toList();
    }

    private String missing(List<QualifiedName> unused, Evidence evidence) {
        return unused.stream()
                .filter(index -> Indexes.table(index, evidence.catalog()).isEmpty())
                .findFirst()
                .map(index -> "; there is no index " + query.names().subject(index)
                        + Suggestions.didYouMean(index.name(), Indexes.names(evidence.catalog())))
                .orElse("");
    }

    private String names(List<QualifiedName> some) {
        return String.join(" and ", some.stream().map(query.names()::subject).toList());
    }
}
