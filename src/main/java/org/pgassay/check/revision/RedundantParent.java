package org.pgassay.check.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.migration.Fault;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;

/**
 * No revision names a parent that another of its parents already follows, but those that the spec allows.
 *
 * @param allowed the reason, by the id of the revision
 */
record RedundantParent(Map<String, SourceText> allowed, Location location) implements Check {

    static final String ID = "revision/redundant-parent";

    private static final String EXPECTED = "none names a parent that another one rests on already";

    /** Copies the map, keeping its order. */
    RedundantParent {
        allowed = Collections.unmodifiableMap(new LinkedHashMap<>(allowed));
    }

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
        List<Fault> faults = GraphFindings.faults(evidence.revisions(), Fault.Kind.REDUNDANT_PARENT);
        List<Fault> open = faults.stream()
                .filter(fault -> !allowed.containsKey(fault.subject()))
                .toList();
        List<Finding> findings = new ArrayList<>(GraphFindings.of(this, evidence.revisions(), open, EXPECTED));
        Set<String> faulty = faults.stream().map(Fault::subject).collect(Collectors.toSet());
        allowed.forEach(
                (id, reason) -> findings.add(faulty.contains(id) ? accepted(id, reason, faults) : unused(id, reason)));
        return findings;
    }

    private Finding accepted(String id, SourceText reason, List<Fault> faults) {
        List<String> messages = faults.stream()
                .filter(fault -> fault.subject().equals(id))
                .map(Fault::message)
                .toList();
        String message = "revision " + id + " names more parents than it needs, and the spec allows that: "
                + reason.text() + (reason.text().endsWith(".") ? "" : ".");
        return new Finding(
                ID,
                id,
                Verdict.PASSED,
                message,
                null,
                "allowed",
                Listing.count(messages.size(), "redundant parent"),
                messages.size(),
                messages,
                reason.location());
    }

    private Finding unused(String id, SourceText reason) {
        return new Finding(
                ID,
                id,
                Verdict.FAILED,
                "the spec allows revision " + id + " a redundant parent, but it has none: the exception hides what may"
                        + " come.",
                "Take " + id + " out of revisions.allow, or correct the id.",
                "a redundant parent",
                "none",
                1,
                List.of(),
                reason.location());
    }
}
