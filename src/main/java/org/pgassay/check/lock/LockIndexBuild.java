package org.pgassay.check.lock;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.migration.log.History.Harm;
import org.pgassay.spec.Location;

/** No revision may build an index on a table that was there before it without CONCURRENTLY. */
record LockIndexBuild(Budget budget, Location location) implements Check {

    static final String ID = "lock/index-build";

    private static final Verdicts.Words WORDS = new Verdicts.Words(
            "builds no index on a table that was there before it but concurrently",
            "the table cannot be written to until the index is built.",
            "Write CREATE INDEX CONCURRENTLY, outside a transaction; give a constraint its index by ADD CONSTRAINT … USING INDEX.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "revisions";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.HISTORY);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        return Verdicts.of(this, Harm.INDEX_BUILD, budget, evidence.history(), WORDS);
    }
}
