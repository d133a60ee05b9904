package org.pgassay.check.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.migration.AppliedRevisions;
import org.pgassay.migration.Branch;
import org.pgassay.migration.Fault;
import org.pgassay.migration.Revision;
import org.pgassay.spec.Location;

/** The database has every revision, and none that no file states. */
record AppliedAll(Location location) implements Check {

    static final String ID = "revision/applied";

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
        return Set.of(Need.REVISION_GRAPH, Need.APPLIED_REVISIONS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        AppliedRevisions applied = evidence.appliedRevisions();
        List<Finding> findings = new ArrayList<>();
        for (Branch branch : evidence.revisions().branches()) {
            List<Revision> pending = branch.revisions().stream()
                    .filter(revision -> !applied.ids().contains(revision.id()))
                    .toList();
            if (!pending.isEmpty()) {
                findings.add(pending(branch, pending, applied));
            }
        }
        applied.failed().forEach(id -> findings.add(failed(id, applied)));
        applied.unknown().forEach(id -> findings.add(unknown(id, applied)));
        if (findings.isEmpty()) {
            int all = evidence.revisions().revisions().size();
            findings.add(Finding.passed(
                    this,
                    Listing.count(all, "revision") + ", all applied, " + applied.source() + ".",
                    "all applied",
                    all));
        }
        return findings;
    }

    private Finding pending(Branch branch, List<Revision> pending, AppliedRevisions applied) {
        int all = branch.revisions().size();
        String done = branch.revisions().stream()
                .filter(revision -> !pending.contains(revision))
                .map(Revision::id)
                .collect(Collectors.joining(", "));
        return Finding.failed(
                        this,
                        "of branch " + branch.name() + ", " + pending.size() + " of " + Listing.count(all, "revision")
                                + (pending.size() == 1 ? " is" : " are") + " pending (" + applied.source() + "): "
                                + Fault.places(pending) + ".",
                        "Apply them, or take out of the folder what is not to be applied.",
                        "all applied",
                        done.isEmpty() ? "none of the branch" : done)
                .about(branch.name());
    }

    private Finding failed(String id, AppliedRevisions applied) {
        return Finding.failed(
                        this,
                        "revision " + id + " has failed in this database (" + applied.source()
                                + "): what it did before that may be there, and the tool goes no further.",
                        "Take back by hand what it left behind, mend it, and let the tool repair its table.",
                        "applied",
                        "failed")
                .about(id);
    }

    private Finding unknown(String id, AppliedRevisions applied) {
        return Finding.failed(
                        this,
                        "the database has revision " + id + " (" + applied.source()
                                + "), and no file states it: the files do not make the schema that it has.",
                        "Bring the file back, or stamp the database with the revision that it really has.",
                        "a file that states it",
                        "none")
                .about(id);
    }
}
