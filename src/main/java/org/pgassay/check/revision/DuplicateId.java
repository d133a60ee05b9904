package org.pgassay.check.revision;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.migration.Fault;
import org.pgassay.spec.Location;

/** No two revisions have one id. */
record DuplicateId(Location location) implements Check {

    static final String ID = "revision/duplicate-id";

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
                GraphFindings.faults(evidence.revisions(), Fault.Kind.DUPLICATE_ID),
                "no two have one id");
    }
}
