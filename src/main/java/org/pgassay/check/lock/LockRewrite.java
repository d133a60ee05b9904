package org.pgassay.check.lock;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.migration.log.History.Harm;
import org.pgassay.spec.Location;

/** No revision may rewrite a table that was there before it. */
record LockRewrite(Budget budget, Location location) implements Check {

    static final String ID = "lock/rewrite";

    private static final Verdicts.Words WORDS = new Verdicts.Words(
            "rewrites no table that was there before it",
            "every row is written anew while nobody can read or write the table.",
            "Add a new column, fill it in small steps, and put it in the old one's place, or except the revision with a reason.");

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
        return Verdicts.of(this, Harm.REWRITE, budget, evidence.history(), WORDS);
    }
}
