package org.pgassay.check.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

/** Each partition by range must begin where the one before it ends. */
record PartitionGaps(Names names, QualifiedName table, Location location) implements Check {

    static final String ID = "partition/gaps";

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
        return Set.of(Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Table> found = evidence.catalog().table(table);
        List<Table> partitions = Partitions.of(evidence.catalog(), table).stream()
                .filter(each -> !Partitions.isDefault(each))
                .toList();
        if (found.isEmpty() || partitions.isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            found.isEmpty()
                                    ? Tables.missing(evidence.catalog(), table, names) + "."
                                    : subject() + " has no partition but perhaps a default one, so that there is no gap"
                                            + " says nothing.",
                            "Create the table and its partitions in a migration, or take 'gaps' out of the spec.",
                            "partitions that meet",
                            "no partition")
                    .as(Verdict.VACUOUS));
        }
        List<RangeBound> bounds = new ArrayList<>(partitions.stream()
                .flatMap(each -> RangeBound.of(each).stream())
                .toList());
        if (bounds.size() < partitions.size()) {
            return List.of(Finding.unverified(
                    this,
                    "gaps can be told of partitions by range over one column only, and " + subject()
                            + " is partitioned " + found.get().partitionKey() + ".",
                    "Take 'gaps' out of the spec, and state each partition's bound."));
        }
        bounds.sort((left, right) -> RangeBound.compare(left.from(), right.from()));
        return List.of(judged(bounds));
    }

    /** No two bounds overlap: so if all but one end where another begins, they form one row without a gap. */
    private Finding judged(List<RangeBound> bounds) {
        Set<String> begins = bounds.stream().map(RangeBound::from).collect(Collectors.toSet());
        long ends = bounds.stream().filter(each -> !begins.contains(each.to())).count();
        String whole =
                bounds.get(0).from() + " to " + bounds.get(bounds.size() - 1).to();
        if (ends == 1) {
            return Finding.passed(
                    this, "the partitions of " + subject() + " meet without a gap.", whole, bounds.size());
        }
        List<String> gaps = new ArrayList<>();
        for (int i = 1; i < bounds.size(); i++) {
            RangeBound before = bounds.get(i - 1);
            RangeBound after = bounds.get(i);
            if (!before.to().equals(after.from())) {
                gaps.add("from " + before.to() + " (where "
                        + names.subject(before.partition().name()) + " ends) to " + after.from() + " (where "
                        + names.subject(after.partition().name()) + " begins)");
            }
        }
        return Finding.failed(
                        this,
                        "the partitions of " + subject() + " leave a gap " + String.join(", and ", gaps)
                                + ": rows in it are refused, or go to the default partition.",
                        "Create the missing partition in a migration, or state gaps: allowed.",
                        "no gap",
                        String.join("; ", gaps))
                .with(gaps);
    }
}
