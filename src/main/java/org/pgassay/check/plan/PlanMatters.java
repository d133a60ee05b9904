package org.pgassay.check.plan;

import java.util.List;
import java.util.Set;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.QueryPlans.Answer.Planned;
import org.pgassay.check.UntriedException;
import org.pgassay.plan.PlanWords;
import org.pgassay.spec.Location;

/** At the stated sizes a query must cost more without an index: otherwise the index is not what makes it fast. */
record PlanMatters(StatedQuery query, QualifiedName index, Location location) implements PlanCheck {

    static final String ID = "plan/matters";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return query.name() + "." + query.names().subject(index);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Planned with = Planning.chosen(query, evidence);
        String name = query.names().subject(index);
        Table table = Indexes.table(index, evidence.catalog())
                .orElseThrow(() -> new UntriedException("there is no index " + name, "See plan/chosen."));
        Planned without = Planning.without(query, Set.of(index), Set.of(), evidence);
        double before = with.root().totalCost();
        double after = without.root().totalCost();
        String costs = PlanWords.cost(after) + " instead of " + PlanWords.cost(before);
        if (after > before * (1 + NearTies.MARGIN)) {
            return List.of(Planning.passed(
                    this,
                    "without " + name + constraint(table) + " " + query.name() + " costs "
                            + PlanWords.factor(after, before)
                            + " times as much" + query.at() + ": " + costs + ", by "
                            + PlanWords.shape(without.root()) + ".",
                    costs,
                    without,
                    List.of()));
        }
        boolean used = Indexes.uses(with.root(), index, evidence.catalog());
        return List.of(Planning.failed(
                this,
                "without " + name + constraint(table) + " " + query.name() + " costs as much as with it"
                        + query.at() + ": " + costs + (used ? ", by " + PlanWords.shape(without.root()) : "")
                        + ".",
                used
                        ? "Drop the index if no other query misses it; or state the one that does as well."
                        : "Make an index that the planner chooses, or take this one out of 'uses'.",
                "a plan that costs more without " + name,
                costs,
                without,
                List.of(),
                List.of()));
    }

    private String constraint(Table table) {
        return table.index(index.name())
                .map(Index::constraint)
                .map(constraint -> " (and the constraint that it stands behind)")
                .orElse("");
    }
}
