package org.pgassay.check.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgassay.check.Evidence;
import org.pgassay.check.Need;

/** Counts everything that a claim can count. */
public final class Totals {

    private Totals() {}

    /** The names of the measures that count what a catalog holds, in the order that they are documented in. */
    public static List<String> ids() {
        return Measure.all().stream()
                .filter(measure -> measure.need() == Need.CATALOG)
                .map(Measure::id)
                .toList();
    }

    /** The number of objects by measure, in a fixed order. */
    public static Map<String, Long> of(Evidence evidence) {
        Map<String, Long> totals = new LinkedHashMap<>();
        Measure.all()
                .forEach(measure ->
                        totals.put(measure.id(), (long) measure.items(evidence).size()));
        return totals;
    }
}
