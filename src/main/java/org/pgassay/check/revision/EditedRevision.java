package org.pgassay.check.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.migration.AppliedRevisions;
import org.pgassay.migration.AppliedRevisions.Checksums;
import org.pgassay.migration.Fault;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.RevisionLock;
import org.pgassay.spec.Location;

/** Every revision is what it was when it was locked, and when the database had it applied. */
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
        return Set.of(Need.REVISION_GRAPH, Need.RECORDED_REVISIONS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<RevisionLock> lock =
                evidence.revisionLock().filter(each -> !each.entries().isEmpty());
        Optional<AppliedRevisions> recorded =
                evidence.recordedRevisions().filter(each -> !each.checksums().none());
        if (lock.isEmpty() && recorded.isEmpty()) {
            return List.of(nothingToCompare(evidence));
        }
        List<Finding> findings = new ArrayList<>();
        lock.ifPresent(each -> locked(each, evidence.revisions(), findings));
        recorded.ifPresent(each -> recorded(each, evidence.revisions(), findings));
        return findings;
    }

    private Finding nothingToCompare(Evidence evidence) {
        String table = evidence.recordedRevisions()
                .map(applied -> ", and the database holds no checksum of them (" + applied.source() + ")")
                .orElse("");
        return Finding.failed(
                        this,
                        "no file " + RevisionLock.NAME + " says what the revisions were" + table
                                + ", so there is nothing to compare them with.",
                        "Write it with 'pgassay graph DIR --lock', and commit it with the migrations.",
                        "a lock file",
                        "none")
                .as(Verdict.VACUOUS);
    }

    private void locked(RevisionLock lock, RevisionGraph graph, List<Finding> findings) {
        List<Fault> faults = lock.faults(graph);
        faults.forEach(fault -> findings.add(GraphFindings.of(this, fault, "as it was locked")));
        if (faults.isEmpty()) {
            findings.add(passed(graph.revisions(), lock.entries()));
        }
    }

    /** What the tool wrote down when it applied them. */
    private void recorded(AppliedRevisions applied, RevisionGraph graph, List<Finding> findings) {
        Checksums checksums = applied.checksums();
        for (Revision revision : graph.revisions()) {
            @Nullable String difference = checksums.edited().get(revision.id());
            @Nullable String reason = checksums.open().get(revision.id());
            if (difference != null) {
                findings.add(Finding.failed(
                                this,
                                "revision " + Fault.place(revision) + " was edited after it was applied ("
                                        + applied.source() + "): " + difference
                                        + ". The database is not what the files make.",
                                "Take the change back and write it as a new revision.",
                                "as it was applied",
                                difference)
                        .about(revision.id()));
            } else if (reason != null) {
                findings.add(Finding.unverified(
                                this,
                                "whether revision " + Fault.place(revision)
                                        + " is as it was applied cannot be told (" + applied.source() + "): " + reason
                                        + ".",
                                "Compare it with the release that applied it, or lock the revisions with 'pgassay graph"
                                        + " DIR --lock'.")
                        .about(revision.id()));
            }
        }
        if (!checksums.same().isEmpty() && checksums.edited().isEmpty()) {
            int all = checksums.same().size();
            findings.add(Finding.passed(
                    this,
                    Listing.count(all, "revision") + (all == 1 ? " is as it was" : " are as they were") + " applied, "
                            + applied.source() + ".",
                    "as it was applied",
                    all));
        }
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
