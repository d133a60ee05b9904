package org.pgassay.check.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Names;
import org.pgassay.check.QueryPlans.Query;
import org.pgassay.check.QueryPlans.Scale;
import org.pgassay.plan.PlanWords;
import org.pgassay.plan.TableSize;

/**
 * A query of a spec.
 *
 * @param text as the spec has it, with its parameters
 * @param scale the sizes that it is planned at
 */
record StatedQuery(String name, String text, Query query, Scale scale, Names names) {

    /** The sizes in words. */
    String sizes() {
        Map<String, Double> rows = new LinkedHashMap<>();
        scale.sizes().forEach(size -> rows.put(names.subject(size.table()), size.rows()));
        return PlanWords.sizes(rows);
    }

    /** What is stated of a table. */
    Optional<TableSize> size(QualifiedName table) {
        return scale.sizes().stream().filter(size -> size.table().equals(table)).findFirst();
    }
}
