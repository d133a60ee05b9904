package org.pgassay.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of a query's plan, as EXPLAIN has it.
 *
 * @param type such as {@code Index Scan}
 * @param relation the table that is read or written; null if none is
 * @param alias what the query calls it
 * @param index the index that is read; null if none is
 * @param rows as estimated, of one run of the node
 * @param disabled whether PostgreSQL would rather not have taken it, and found nothing else
 * @param details all else that EXPLAIN says of it, by its own words, such as {@code Sort Key} or {@code Index Cond}
 */
public record PlanNode(
        String type,
        @Nullable String relation,
        @Nullable String alias,
        @Nullable String index,
        double startupCost,
        double totalCost,
        double rows,
        int width,
        boolean disabled,
        Map<String, String> details,
        List<PlanNode> children) {

    /** Copies the collections, keeping their order. */
    public PlanNode {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        children = List.copyOf(children);
    }
}
