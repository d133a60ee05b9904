package org.pgassay.check.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.check.structure.Tables;
import org.pgassay.spec.Location;

/**
 * Every partition, of a table or at all, must be named in the spec.
 *
 * @param table null for every partition there is
 * @param named the partitions that the spec names
 * @param open the tables that the spec names as partitioned without naming all their partitions: these count as named
 */
record PartitionClosed(
        Names names,
        @Nullable QualifiedName table,
        Set<QualifiedName> named,
        Set<QualifiedName> open,
        Location location)
        implements Check {

    static final String ID = "partition/closed";

    /** Copies the set. */
    PartitionClosed {
        named = Set.copyOf(named);
        open = Set.copyOf(open);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return table == null ? "partitions" : names.subject(table);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        if (table == null) {
            List<Table> all = evidence.catalog().tables();
            List<Table> partitions =
                    all.stream().filter(each -> each.partitionOf() != null).toList();
            return judged("there is", partitions, 1 + all.size());
        }
        Optional<Table> found = evidence.catalog().table(table);
        if (found.isEmpty() || found.get().kind() != Table.Kind.PARTITIONED) {
            String why = found.isEmpty()
                    ? Tables.missing(evidence.catalog(), table, names)
                    : subject() + " is not partitioned";
            return List.of(Finding.failed(
                            this,
                            why + ", so that the spec names every partition of it says nothing.",
                            "Create the partitioned table in a migration.",
                            "partitioned table " + subject(),
                            "none")
                    .as(Verdict.VACUOUS));
        }
        List<Table> partitions = Partitions.of(evidence.catalog(), table);
        return judged("of " + subject(), partitions, 1 + partitions.size());
    }

    private List<Finding> judged(String which, List<Table> partitions, int examined) {
        List<Finding> findings = new ArrayList<>();
        for (Table partition : partitions) {
            QualifiedName parent = partition.partitionOf();
            if (!named.contains(partition.name()) && (parent == null || !open.contains(parent))) {
                String name = names.subject(partition.name());
                findings.add(Finding.failed(
                                this,
                                "the partition " + name + " is not in the spec, which names every partition " + which
                                        + ".",
                                "Add it to the spec, or drop or detach it in a migration.",
                                "no such partition",
                                String.valueOf(partition.partitionBound()))
                        .about(name));
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.passed(
                        this,
                        "the spec names every partition " + which + ".",
                        partitions.size() + " of " + partitions.size() + " named",
                        examined))
                : findings;
    }
}
