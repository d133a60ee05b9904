package org.pgassay.check.plan;

import java.util.Locale;
import java.util.Optional;
import org.pgassay.plan.PlanNode;

/**
 * Whether the planner expects a step to need the disk, because it takes more memory than it is given.
 *
 * <p>Reckoned as PostgreSQL does: {@code cost_tuplesort} in costsize.c, {@code ExecChooseHashTableSize} in nodeHash.c.
 */
final class Spill {

    /** MAXALIGN(SizeofHeapTupleHeader), and that of a tuple without OIDs in a hash table with its own header. */
    private static final double TUPLE = 24;

    private static final double HASHED = 16 + 16;

    private Spill() {}

    static Optional<String> of(PlanNode node, Optional<PlanNode> parent, long memory, double hashing) {
        return switch (node.type()) {
            case "Sort" -> sort(node, parent, memory);
            case "Hash" -> over("hashes", node.rows() * (aligned(node.width()) + HASHED), (double) memory * hashing);
            case "Materialize" -> over("keeps", node.rows() * (aligned(node.width()) + TUPLE), (double) memory);
            default ->
                node.details().containsKey("Planned Partitions")
                                && !node.details()
                                        .getOrDefault("Planned Partitions", "0")
                                        .equals("0")
                        ? Optional.of("groups in " + node.details().get("Planned Partitions")
                                + " parts on disk, one after the other")
                        : Optional.empty();
        };
    }

    /** With a limit above it, a sort keeps no more rows than that. */
    private static Optional<String> sort(PlanNode node, Optional<PlanNode> parent, long memory) {
        double rows = parent.filter(above -> above.type().equals("Limit"))
                .map(above -> Math.min(above.rows(), node.rows()))
                .orElse(node.rows());
        return over("sorts", rows * (aligned(node.width()) + TUPLE), (double) memory);
    }

    private static double aligned(int width) {
        return 8 * Math.ceil(width / 8.0);
    }

    private static Optional<String> over(String does, double bytes, double memory) {
        return bytes > memory
                ? Optional.of(does + " " + size(bytes) + " on disk, having " + size(memory) + " of memory")
                : Optional.empty();
    }

    private static String size(double bytes) {
        double megabytes = bytes / (1024 * 1024);
        return megabytes < 1024
                ? String.format(Locale.ROOT, "%,.0f MB", Math.max(1, megabytes))
                : String.format(Locale.ROOT, "%,.1f GB", megabytes / 1024);
    }
}
