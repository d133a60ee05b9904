package org.pgassay.check.plan;

import java.util.List;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.QueryPlans.Answer.Planned;
import org.pgassay.plan.Actual;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;
import org.pgassay.spec.Location;

/** At the stated sizes no step of the plan may yield more rows than stated, as the planner expects. */
record PlanRows(StatedQuery query, double most, Location location) implements PlanCheck {

    static final String ID = "plan/rows";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Planned planned = Planning.chosen(query, evidence);
        PlanNode widest = PlanWords.nodes(planned.root()).get(Heavy.widest(planned.root()));
        String rows = PlanWords.count(widest.rows(), "row");
        String words = "the widest step of " + query.name() + ", " + PlanWords.step(widest) + ", is expected to yield "
                + rows + query.at();
        return List.of(
                widest.rows() <= most
                        ? Planning.passed(
                                this,
                                words + ": at most " + PlanWords.count(most, "row") + " are allowed.",
                                rows,
                                planned,
                                List.of())
                        : Planning.failed(
                                this,
                                words + ": more than the " + PlanWords.count(most, "row") + " that are allowed.",
                                "Narrow the query, or index what it selects by.",
                                "at most " + PlanWords.count(most, "row"),
                                rows,
                                planned,
                                marked(evidence),
                                List.of()));
    }

    @Override
    public List<PlanFault> faults(Planned planned, Evidence evidence) {
        int number = Heavy.widest(planned.root());
        PlanNode widest = PlanWords.nodes(planned.root()).get(number);
        double rows = Actual.rows(widest);
        return rows <= most
                ? List.of()
                : List.of(new PlanFault(
                        List.of(number),
                        PlanWords.step(widest) + " yields " + PlanWords.count(rows, "row") + " of which "
                                + PlanWords.count(most, "row") + " are allowed",
                        true));
    }

    @Override
    public List<Integer> marked(Evidence evidence) {
        Planned planned = Planning.chosen(query, evidence);
        int widest = Heavy.widest(planned.root());
        return PlanWords.nodes(planned.root()).get(widest).rows() <= most ? List.of() : List.of(widest);
    }
}
