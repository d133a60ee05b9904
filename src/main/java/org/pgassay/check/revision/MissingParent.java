package org.pgassay.check.revision;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.migration.Fault;
import org.pgassay.spec.Location;

/** Every revision that another one follows or depends on is there. */
record MissingParent(Location location) implements Check {

    static final String ID = "revision/missing-parent";

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
        return Set.of(Need.REVISION_GRAPH);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        return GraphFindings.of(
                this,
                evidence.revisions(),
                GraphFindings.faults(evidence.revisions(), Fault.Kind.MISSING_PARENT),
                "none names one that is missing");
    }
}
