package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.QueryPlans.Scale;

/** Says beforehand which sizes checks will ask about, so that those that go together can be made together. */
public final class PlanScales {

    private PlanScales() {}

    /** The scales, first those of the queries as stated. */
    public static List<Scale> of(List<Check> checks) {
        Set<Scale> scales = new LinkedHashSet<>();
        Set<Scale> grown = new LinkedHashSet<>();
        for (Check check : checks) {
            if (check instanceof PlanCheck plan) {
                scales.add(plan.query().scale());
            }
            if (check instanceof PlanGrows grows) {
                grown.addAll(grows.scales());
            }
        }
        scales.addAll(grown);
        return new ArrayList<>(scales);
    }
}
