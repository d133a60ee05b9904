package org.pgassay.check.partition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Blueprint;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.structure.Tables;
import org.pgassay.spec.Location;

/**
 * A table must be partitioned by the stated strategy and key.
 *
 * @param part where the blueprint has the key
 * @param stated the spec's words
 */
record PartitionKey(Names names, QualifiedName table, Blueprint.Part part, String stated, Location location)
        implements Check {

    static final String ID = "partition/key";

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
        return Set.of(Need.CATALOG, Need.BLUEPRINT);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Table> found = evidence.catalog().table(table);
        if (found.isEmpty()) {
            return List.of(failed(Tables.missing(evidence.catalog(), table, names), stated, "no table"));
        }
        String observed = found.get().partitionKey() == null
                ? "not partitioned"
                : found.get().partitionKey();
        Optional<String> fault = evidence.blueprint().fault(part);
        if (fault.isPresent()) {
            return List.of(
                    failed(subject() + " cannot be partitioned as the spec states: " + fault.get(), stated, observed));
        }
        String expected = Optional.ofNullable(evidence.blueprint().objects().get(part))
                .map(Described::attributes)
                .map(attributes -> attributes.get("definition"))
                .orElseThrow(() -> new IllegalStateException("the blueprint lacks the partition key of " + subject()));
        if (expected.equals(observed)) {
            return List.of(Finding.passed(this, subject() + " is partitioned as stated.", observed, 1));
        }
        String is = found.get().partitionKey() == null ? "is not partitioned" : "is partitioned otherwise than stated";
        return List.of(failed(subject() + " " + is, expected, observed));
    }

    private Finding failed(String message, String expected, String observed) {
        return Finding.failed(
                this,
                message + ".",
                "Make the table anew with the stated key in a migration and move its rows, or correct the spec.",
                expected,
                observed);
    }
}
