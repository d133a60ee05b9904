package org.pgassay.check.waiver;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/** A waiver must be needed: what it accepts must be there. */
record WaiverUsed(Waiver waiver) implements Check {

    static final String ID = "waiver/used";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return waiver.name();
    }

    @Override
    public Location location() {
        return waiver.location();
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.FINDINGS);
    }

    @Override
    public boolean judges(Check other) {
        return waiver.mayName(other);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Finding> named = evidence.findings().stream().filter(waiver::names).toList();
        List<String> failing = named.stream()
                .filter(waiver::matches)
                .map(finding -> finding.check() + " " + finding.subject())
                .toList();
        if (!failing.isEmpty()) {
            String count = failing.size() + (failing.size() == 1 ? " finding" : " findings");
            return List.of(
                    Finding.passed(this, "the waiver is needed: it matches " + count + ".", count, failing.size())
                            .with(failing));
        }
        long untried = evidence.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.UNVERIFIED || finding.verdict() == Verdict.ERRORED)
                .filter(waiver::names)
                .count();
        if (untried > 0) {
            return List.of(Finding.unverified(
                    this,
                    "whether the waiver is needed cannot be told: what it is for could not be tried.",
                    "Mend what stands in the way first."));
        }
        return List.of(Finding.failed(
                this,
                "the waiver matches no failing finding: "
                        + (named.isEmpty() ? "no finding has this check and subject." : "what it is for holds."),
                "Take the waiver out of the spec, or correct its check or subject.",
                "a finding that is FAILED or VACUOUS",
                named.isEmpty() ? "no finding" : named.size() + " that hold"));
    }
}
