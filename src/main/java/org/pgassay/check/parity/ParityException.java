package org.pgassay.check.parity;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.diff.Comparison;
import org.pgassay.diff.Delta;
import org.pgassay.diff.Exemption;
import org.pgassay.spec.Location;

/** An exception from parity must be needed: it stands for something that differs. */
record ParityException(Demand demand, Exemption exemption, Location location) implements Check {

    static final String ID = "parity/exception";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return exemption.written();
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.COUNTERPART);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Delta delta = demand.delta(evidence, null);
        Comparison comparison = delta.comparison();
        List<String> lines = comparison.ignored().stream()
                .filter(each -> each.exemption().equals(exemption) && delta.counts(each.change()))
                .map(each -> comparison.line(each.change()))
                .toList();
        if (lines.isEmpty()) {
            return List.of(Finding.failed(
                    this,
                    "nothing that differs between " + comparison.left() + " and " + comparison.right()
                            + " is meant by this exception, so that it would hide what differs later.",
                    "Correct the pattern, or take the exception out; an object belongs to the first one that means it.",
                    "something that differs",
                    "nothing"));
        }
        return List.of(Finding.passed(
                        this,
                        "the exception is needed: it stands for " + lines.size()
                                + (lines.size() == 1 ? " difference." : " differences."),
                        exemption.reason() == null ? "needed" : "needed: " + exemption.reason(),
                        lines.size())
                .with(lines));
    }
}
