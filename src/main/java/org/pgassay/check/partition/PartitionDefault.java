package org.pgassay.check.partition;

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
import org.pgassay.check.structure.Tables;
import org.pgassay.spec.Location;

/**
 * A partitioned table must have the stated default partition, or none.
 *
 * @param expected null for none
 */
record PartitionDefault(
        Names names, QualifiedName table, @Nullable QualifiedName expected, Location location) implements Check {

    static final String ID = "partition/default";

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
        String wanted = shown(expected);
        if (found.isEmpty() || found.get().kind() != Table.Kind.PARTITIONED) {
            String why = found.isEmpty()
                    ? Tables.missing(evidence.catalog(), table, names)
                    : subject() + " is not partitioned";
            return List.of(failed("the default partition cannot be looked at: " + why, wanted, "no partitioned table"));
        }
        List<Table> partitions = Partitions.of(evidence.catalog(), table);
        @Nullable
        QualifiedName observed = partitions.stream()
                .filter(Partitions::isDefault)
                .map(Table::name)
                .findFirst()
                .orElse(null);
        if (expected == null ? observed == null : expected.equals(observed)) {
            return List.of(
                    Finding.passed(this, subject() + " has " + wanted + ", as stated.", wanted, 1 + partitions.size()));
        }
        String effect = expected == null
                ? "rows that belong into no partition are kept instead of being refused"
                : "rows that belong into no other partition do not go there";
        return List.of(failed(
                subject() + " has " + shown(observed) + " instead of " + wanted + ": " + effect,
                wanted,
                shown(observed)));
    }

    private String shown(@Nullable QualifiedName partition) {
        return partition == null ? "no default partition" : "the default partition " + names.subject(partition);
    }

    private Finding failed(String message, String wanted, String observed) {
        return Finding.failed(
                this,
                message + ".",
                "Create, attach or detach the default partition in a migration, or correct the spec.",
                wanted,
                observed);
    }
}
