package org.pgassay.check.plan;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Need;
import org.pgassay.check.QueryPlans.Answer.Planned;

/** A check of a query's plan. */
interface PlanCheck extends Check {

    /** The query. */
    StatedQuery query();

    /**
     * The nodes that break what is stated, in the order of {@link org.pgassay.plan.PlanWords#nodes}, of the plan at the
     * stated sizes.
     */
    default List<Integer> marked(Evidence evidence) {
        return List.of();
    }

    /** What a plan of the query has that is not as this check states it; of checks that go by costs nothing. */
    default List<PlanFault> faults(Planned planned, Evidence evidence) {
        return List.of();
    }

    @Override
    default String subject() {
        return query().name();
    }

    @Override
    default Set<Need> needs() {
        return Set.of(Need.PLANS, Need.CATALOG);
    }
}
