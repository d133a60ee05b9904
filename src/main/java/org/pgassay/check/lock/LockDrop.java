package org.pgassay.check.lock;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.migration.log.History.Harm;
import org.pgassay.spec.Location;

/** No revision may drop data that was there before it. */
record LockDrop(Budget budget, Location location) implements Check {

    static final String ID = "lock/drop";

    private static final Verdicts.Words WORDS = new Verdicts.Words(
            "drops no data that was there before it",
            "what the release now in production has written there is lost, and undoing the revision does not bring it back.",
            "Keep the data until no release needs it, or except the revision with the reason why nobody does.");

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
        return Verdicts.of(this, Harm.DROP, budget, evidence.history(), WORDS);
    }
}
