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

/** As many revisions as stated have none that follows them. */
record RevisionHeads(int stated, Location location) implements Check {

    static final String ID = "revision/heads";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "heads";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.REVISION_GRAPH);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Revision> heads = evidence.revisions().heads();
        String expected = Listing.count(stated, "head");
        Optional<Fault> fault = evidence.revisions().headsFault(stated);
        if (fault.isPresent()) {
            String observed = Listing.count(heads.size(), "head");
            return List.of(
                    Finding.failed(this, fault.get().message(), fault.get().help(), expected, observed));
        }
        int all = evidence.revisions().revisions().size();
        return List.of(Finding.passed(
                this,
                "the history of " + Listing.count(all, "revision") + " ends in " + Fault.places(heads) + ".",
                expected,
                all));
    }
}
