package org.pgassay.check.lock;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/** How long others were kept waiting is not measured by this version, and never taken as given. */
record LockBlocked(String most, Location location) implements Check {

    static final String ID = "lock/blocked";

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
        return Set.of(Need.MIGRATIONS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        return List.of(Finding.unverified(
                this,
                "this version of pgAssay does not measure how long readers and writers wait, so that it is at most "
                        + most + " is not known.",
                "State maxMode, which says what has to wait, and take maxBlocked out of the spec."));
    }
}
