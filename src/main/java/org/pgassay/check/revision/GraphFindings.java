package org.pgassay.check.revision;

import java.util.ArrayList;
import java.util.List;
import org.pgassay.check.Check;
import org.pgassay.check.Finding;
import org.pgassay.migration.Fault;
import org.pgassay.migration.RevisionGraph;

/** What a check says of the graph's faults. */
final class GraphFindings {

    private GraphFindings() {}

    /** A failure for each fault, or a pass that says how many revisions were looked at. */
    static List<Finding> of(Check check, RevisionGraph graph, List<Fault> faults, String expected) {
        int all = graph.revisions().size();
        if (faults.isEmpty()) {
            return List.of(Finding.passed(
                    check, "of " + Listing.count(all, "revision") + ", " + expected + ".", expected, all));
        }
        List<Finding> findings = new ArrayList<>();
        faults.forEach(fault -> findings.add(of(check, fault, expected)));
        return findings;
    }

    /** A failure. */
    static Finding of(Check check, Fault fault, String expected) {
        String observed = fault.revisions().isEmpty() ? "none" : Fault.places(fault.revisions());
        return Finding.failed(check, fault.message(), fault.help(), expected, observed)
                .about(fault.subject());
    }

    /** The faults of a kind. */
    static List<Fault> faults(RevisionGraph graph, Fault.Kind kind) {
        return graph.faults().stream().filter(fault -> fault.kind() == kind).toList();
    }
}
