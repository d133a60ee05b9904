package org.pgassay.check.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pgassay.check.Evidence;

/** Counts everything that a claim can count. */
public final class Totals {

    private Totals() {}

    /** The number of objects by measure, in a fixed order. */
    public static Map<String, Long> of(Evidence evidence) {
        Map<String, Long> totals = new LinkedHashMap<>();
        Measure.all()
                .forEach(measure ->
                        totals.put(measure.id(), (long) measure.items(evidence).size()));
        return totals;
    }
}
