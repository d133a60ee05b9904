package org.pgassay.check.revision;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
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
        String observed = Listing.count(roots.size(), "root") + ": " + Listing.of(roots);
        if (roots.size() == stated) {
            int all = evidence.revisions().revisions().size();
            return List.of(Finding.passed(
                    this, "of " + Listing.count(all, "revision") + ", " + Listing.of(roots) + " "
                            + (stated == 1 ? "is the root." : "are the roots."), expected, all));
        }
        return List.of(Finding.failed(
                this,
                roots.size() > stated
                        ? "the history begins in " + observed
                                + ". A root runs on an empty database, whatever it needs of the others."
                        : "the history begins in " + observed + ".",
                roots.size() > stated
                        ? "Give the revision that needs another one its parent (down_revision), or state how many roots"
                                + " there are to be."
                        : "State how many roots there are to be, or add the branch that is missing.",
                expected,
                observed));
    }
}
