package org.pgassay.check.seed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.check.claim.Quantity;
import org.pgassay.spec.Location;

/** A table must hold as many rows as the spec says once the seeds have run. */
record SeedRows(Names names, QualifiedName table, Quantity quantity, Location location) implements Check {

    static final String ID = "seed/rows";

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
        return Looking.NEEDS;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Finding> missing = Looking.missing(this, table, names, evidence.catalog());
        return List.of(
                missing.orElseGet(() -> counted(evidence).as(evidence.seeding().reader())));
    }

    private Finding counted(Evidence evidence) {
        long count =
                Looking.rows(evidence, "select count(*) from " + table.sql()).number();
        String observed = count + (count == 1 ? " row" : " rows");
        String has = subject() + " has " + observed + " " + evidence.seeding().when();
        if (!quantity.accepts(count)) {
            return failed(has + ", and the spec states " + quantity.text() + ".", observed);
        } else if (count == 0 && !quantity.exact()) {
            return failed(has + ": that there may be none says nothing.", observed)
                    .as(Verdict.VACUOUS);
        }
        // None counted is a count too: the table was looked through.
        return Finding.passed(this, has + ".", observed, Math.toIntExact(Math.min(1 + count, Integer.MAX_VALUE)));
    }

    private Finding failed(String message, String observed) {
        return Finding.failed(this, message, "Correct the seeds, or the number.", quantity.text() + " rows", observed);
    }
}
