package org.pgassay.plan;

import java.util.Map;
import java.util.Optional;

/**
 * What a node of a plan that was run really did.
 *
 * @param rows of one run of the node, on average
 * @param loops how often it was run; 0 if never
 * @param pages of 8 kB that it and those below it looked at
 * @param spill how it needed the disk; empty if it did not
 */
public record Actual(double rows, double loops, long pages, String spill) {

    private static final String ROWS = "Actual Rows";

    /** What a node did; nothing of a plan that was not run. */
    public static Optional<Actual> of(PlanNode node) {
        Map<String, String> details = node.details();
        if (!details.containsKey(ROWS)) {
            return Optional.empty();
        }
        return Optional.of(new Actual(
                number(details, ROWS),
                number(details, "Actual Loops"),
                (long) number(details, "Shared Blocks"),
                spill(node.type(), details)));
    }

    private static double number(Map<String, String> details, String key) {
        return Double.parseDouble(details.getOrDefault(key, "0"));
    }

    private static String spill(String type, Map<String, String> details) {
        if (type.equals("Sort") && "Disk".equals(details.get("Sort Space Type"))) {
            return "sorted " + kilobytes(details, "Sort Space Used") + " on disk (" + details.get("Sort Method") + ")";
        }
        if (type.equals("Incremental Sort")
                && details.values().stream().anyMatch(value -> value.contains("external "))) {
            return "sorted groups on disk";
        }
        if (type.equals("Hash") && number(details, "Hash Batches") > 1) {
            return "hashed in " + details.get("Hash Batches") + " parts on disk";
        }
        if (number(details, "HashAgg Batches") > 1 || number(details, "Disk Usage") > 0) {
            return "grouped " + kilobytes(details, "Disk Usage") + " on disk";
        }
        return "Disk".equals(details.get("Storage")) ? "kept rows on disk" : "";
    }

    private static String kilobytes(Map<String, String> details, String key) {
        return details.getOrDefault(key, "some") + " kB";
    }

    /** How many rows a node yields: really where it was run, otherwise as estimated. */
    public static double rows(PlanNode node) {
        return of(node).map(Actual::rows).orElse(node.rows());
    }
}
