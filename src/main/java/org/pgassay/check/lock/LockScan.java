package org.pgassay.check.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.migration.log.History;
import org.pgassay.migration.log.History.Deeds;
import org.pgassay.migration.log.History.Harm;
import org.pgassay.spec.Location;

/** No revision may read all of a table that was there before it under a strong lock. */
record LockScan(Budget budget, Location location) implements Check {

    static final String ID = "lock/scan";

    private static final Verdicts.Words WORDS = new Verdicts.Words(
            "reads no table that was there before it as a whole under a strong lock",
            "the lock is held for as long as reading the whole table takes.",
            "Add the constraint NOT VALID and validate it in a revision of its own; build indexes CONCURRENTLY; or except the revision with a reason.");

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
        return Set.of(Need.HISTORY, Need.REHEARSALS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        History history = Verdicts.apart(evidence);
        List<Finding> findings = new ArrayList<>(Verdicts.of(this, Harm.SCAN, budget, history, WORDS));
        for (Deeds deeds : history.revisions()) {
            if (deeds.shared()
                    && findings.removeIf(finding -> finding.verdict() == Verdict.PASSED
                            && finding.subject().equals(deeds.revision()))) {
                findings.add(Verdicts.shared(this, deeds.revision()));
            }
        }
        return findings;
    }
}
