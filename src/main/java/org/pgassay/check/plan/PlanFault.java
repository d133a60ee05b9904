package org.pgassay.check.plan;

import java.util.List;

/**
 * What a plan has that is not as stated.
 *
 * @param nodes where, in the order of {@link org.pgassay.plan.PlanWords#nodes}
 * @param words to go on with behind the query's name
 */
record PlanFault(List<Integer> nodes, String words) {

    /** Copies the list. */
    PlanFault {
        nodes = List.copyOf(nodes);
    }
}
