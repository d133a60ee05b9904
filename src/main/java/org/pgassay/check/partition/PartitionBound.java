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
 * A partition must exist, be one of the stated table, and hold what is stated.
 *
 * @param key where the blueprint has the parent's key
 * @param part where the blueprint has the bound
 * @param stated the spec's words
 */
record PartitionBound(
        Names names,
        QualifiedName parent,
        QualifiedName partition,
        Blueprint.Part key,
        Blueprint.Part part,
        String stated,
        Location location)
        implements Check {

    static final String ID = "partition/bound";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return names.subject(partition);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.BLUEPRINT);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Table> found = evidence.catalog().table(partition);
        if (found.isEmpty()) {
            return List.of(failed(
                    "the partition " + subject() + " is missing: "
                            + Tables.missing(evidence.catalog(), partition, names)
                            + ", so that its rows go elsewhere or are refused",
                    stated,
                    "no table"));
        }
        QualifiedName of = found.get().partitionOf();
        String bound = found.get().partitionBound();
        if (!parent.equals(of)) {
            return List.of(failed(
                    subject() + " is no partition of " + names.subject(parent)
                            + (of == null ? "" : " but of " + names.subject(of)),
                    stated,
                    of == null ? "no partition" : "partition of " + of.sql() + " " + bound));
        }
        Optional<String> fault =
                evidence.blueprint().fault(part).or(() -> evidence.blueprint().fault(key));
        if (fault.isPresent()) {
            return List.of(failed(
                    subject() + " cannot hold what the spec states: " + fault.get(), stated, String.valueOf(bound)));
        }
        String expected = Optional.ofNullable(evidence.blueprint().objects().get(part))
                .map(Described::attributes)
                .map(attributes -> attributes.get("definition"))
                .orElseThrow(() -> new IllegalStateException("the blueprint lacks the bound of " + subject()));
        return List.of(
                expected.equals(bound)
                        ? Finding.passed(this, "the partition " + subject() + " holds what is stated.", expected, 1)
                        : failed(
                                "the partition " + subject() + " holds other rows than stated",
                                expected,
                                String.valueOf(bound)));
    }

    private Finding failed(String message, String expected, String observed) {
        return Finding.failed(
                this,
                message + ".",
                "Create the partition, or detach it and attach it with the stated bound, in a migration; or correct the"
                        + " spec.",
                expected,
                observed);
    }
}
