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

    private static final String PRODUCTION = "the sizes in the file of statistics";

    /** The sizes in words; empty where none are stated. */
    String sizes() {
        Map<String, Double> rows = new LinkedHashMap<>();
        scale.sizes().forEach(size -> rows.put(names.subject(size.table()), size.rows()));
        String stated = PlanWords.sizes(rows);
        if (scale.statistics().isEmpty()) {
            return stated;
        }
        return stated.isEmpty() ? PRODUCTION : stated + " and, for the rest, " + PRODUCTION;
    }

    /** At what sizes it is planned, to go on with a sentence; nothing where it names no table that has one. */
    String at() {
        String sizes = sizes();
        return sizes.isEmpty() ? "" : ", at " + sizes;
    }

    /** What is stated of a table. */
    Optional<TableSize> size(QualifiedName table) {
        return scale.sizes().stream().filter(size -> size.table().equals(table)).findFirst();
    }
}
