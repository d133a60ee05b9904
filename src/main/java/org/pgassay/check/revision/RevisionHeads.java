package org.pgassay.check.revision;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
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
        String observed = Listing.count(heads.size(), "head") + ": " + Listing.of(heads);
        if (heads.size() == stated) {
            int all = evidence.revisions().revisions().size();
            return List.of(Finding.passed(
                    this, "of " + Listing.count(all, "revision") + ", " + Listing.of(heads) + " "
                            + (stated == 1 ? "is the head." : "are the heads."), expected, all));
        }
        return List.of(Finding.failed(
                this,
                heads.size() > stated
                        ? "the history ends in " + observed + ". Which of them the schema is, depends on who upgrades to what."
                        : "the history ends in " + observed + ".",
                heads.size() > stated
                        ? "Merge them ('alembic merge heads'), correct the parent of the one that was branched off by"
                                + " mistake, or state how many there are to be."
                        : "State how many heads there are to be, or add the branch that is missing.",
                expected,
                observed));
    }
}
