package org.pgassay.check.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.migration.Fault;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionLock;
import org.pgassay.spec.Location;

/** Every revision is what it was when it was locked. */
record EditedRevision(Location location) implements Check {

    static final String ID = "revision/edited";

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
        Optional<RevisionLock> lock = evidence.revisionLock();
        Map<String, RevisionLock.Entry> locked = lock.map(RevisionLock::entries).orElse(Map.of());
        if (locked.isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            "no file " + RevisionLock.NAME + " says what the revisions were, so there is nothing to"
                                    + " compare them with.",
                            "Write it with 'pgassay graph DIR --lock', and commit it with the migrations.",
                            "a lock file",
                            "none")
                    .as(Verdict.VACUOUS));
        }
        List<Finding> findings = new ArrayList<>();
        for (Fault fault : lock.map(each -> each.faults(evidence.revisions())).orElse(List.of())) {
            findings.add(GraphFindings.of(this, fault, "as it was locked"));
        }
        if (findings.isEmpty()) {
            findings.add(passed(evidence.revisions().revisions(), locked));
        }
        return findings;
    }

    private Finding passed(List<Revision> revisions, Map<String, RevisionLock.Entry> locked) {
        List<String> open = revisions.stream()
                .map(Revision::id)
                .filter(id -> !locked.containsKey(id))
                .toList();
        return Finding.passed(
                        this,
                        Listing.count(locked.size(), "revision")
                                + (locked.size() == 1 ? " is as it was" : " are as they were") + " locked"
                                + (open.isEmpty() ? "." : "; " + open.size() + " not locked yet."),
                        "as it was locked",
                        locked.size())
                .with(open.stream().map(id -> "not locked yet: " + id).toList());
    }
}
