package org.pgassay.check.plan;

import java.util.List;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.QueryPlans.Answer.Planned;
import org.pgassay.plan.PlanWords;
import org.pgassay.spec.Location;

/** At the stated sizes the plan must not cost more than stated. */
record PlanCost(StatedQuery query, double most, Location location) implements PlanCheck {

    static final String ID = "plan/cost";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Planned planned = Planning.chosen(query, evidence);
        double cost = planned.root().totalCost();
        String words = query.name() + " costs " + PlanWords.cost(cost) + query.at();
        return List.of(
                cost <= most
                        ? Planning.passed(
                                this,
                                words + ": at most " + PlanWords.cost(most) + " are allowed.",
                                PlanWords.cost(cost),
                                planned,
                                List.of())
                        : Planning.failed(
                                this,
                                words + ": " + PlanWords.factor(cost, most) + " times the " + PlanWords.cost(most)
                                        + " that are allowed.",
                                "Look at the plan for the step that costs most; an index for it, or a narrower query, helps.",
                                "at most " + PlanWords.cost(most),
                                PlanWords.cost(cost),
                                planned,
                                marked(evidence),
                                List.of()));
    }

    /** The step that costs most by itself. */
    @Override
    public List<Integer> marked(Evidence evidence) {
        Planned planned = Planning.chosen(query, evidence);
        return planned.root().totalCost() <= most ? List.of() : List.of(Heavy.heaviest(planned.root()));
    }
}
