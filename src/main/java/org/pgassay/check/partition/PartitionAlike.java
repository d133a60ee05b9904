package org.pgassay.check.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/** Every partition must be as its parent is: by its columns, constraints, indexes, triggers, owner and protection. */
record PartitionAlike(Names names, QualifiedName table, Location location) implements Check {

    static final String ID = "partition/alike";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return names.subject(table);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.SERVER);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Table> parent = evidence.catalog().table(table);
        List<Table> partitions = Partitions.of(evidence.catalog(), table);
        if (parent.isEmpty() || partitions.isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            (parent.isEmpty()
                                            ? Tables.missing(evidence.catalog(), table, names)
                                            : subject() + " has no partition")
                                    + ", so that all of them are alike says nothing.",
                            "Create the table and its partitions in a migration.",
                            "partitions of " + subject(),
                            "none")
                    .as(Verdict.VACUOUS));
        }
        Likeness likeness = new Likeness(
                evidence.catalog(),
                names,
                parent.get(),
                partitions,
                evidence.server().majorVersion());
        List<Finding> findings = new ArrayList<>();
        for (Table partition : partitions) {
            List<String> deviations = likeness.deviations(partition);
            if (!deviations.isEmpty()) {
                findings.add(unlike(names.subject(partition.name()), deviations));
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.passed(
                        this,
                        "every partition of " + subject() + " is as it is.",
                        partitions.size() + " partitions alike",
                        partitions.size()))
                : findings;
    }

    private Finding unlike(String partition, List<String> deviations) {
        return Finding.failed(
                        this,
                        "the partition " + partition + " is not as " + subject() + " is: "
                                + String.join("; ", deviations) + ".",
                        "Alter the partition in a migration, or take 'alike' out of the spec.",
                        "as " + subject(),
                        String.join("; ", deviations))
                .with(deviations)
                .about(partition);
    }
}
