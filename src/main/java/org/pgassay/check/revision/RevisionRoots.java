package org.pgassay.check.revision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.migration.Fault;
import org.pgassay.migration.Revision;
import org.pgassay.spec.Location;

/** As many revisions as stated follow no other one. */
record RevisionRoots(int stated, Location location) implements Check {

    static final String ID = "revision/roots";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "roots";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.REVISION_GRAPH);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Revision> roots = evidence.revisions().roots();
        String expected = Listing.count(stated, "root");
        Optional<Fault> fault = evidence.revisions().rootsFault(stated);
        if (fault.isPresent()) {
            String observed = Listing.count(roots.size(), "root");
            return List.of(
                    Finding.failed(this, fault.get().message(), fault.get().help(), expected, observed));
        }
        int all = evidence.revisions().revisions().size();
        return List.of(Finding.passed(
                this,
                "the history of " + Listing.count(all, "revision") + " begins in " + Fault.places(roots) + ".",
                expected,
                all));
    }
}
