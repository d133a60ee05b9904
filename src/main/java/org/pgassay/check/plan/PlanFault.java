package org.pgassay.check.plan;

import java.util.List;

/**
 * What a plan has that is not as stated.
 *
 * @param nodes where, in the order of {@link org.pgassay.plan.PlanWords#nodes}
 * @param words to go on with behind the query's name
 * @param growing whether it is as bad at any larger size; what is not may be as stated there
 */
record PlanFault(List<Integer> nodes, String words, boolean growing) {

    /** Copies the list. */
    PlanFault {
        nodes = List.copyOf(nodes);
    }
}
