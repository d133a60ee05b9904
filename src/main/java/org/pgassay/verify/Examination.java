package org.pgassay.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.Finding;
import org.pgassay.check.UntriedException;
import org.pgassay.check.Verdict;

/** Runs checks over evidence: an exception is ERRORED, never a pass, and no check may end without a finding. */
final class Examination {

    private final KnownEvidence evidence;

    Examination(KnownEvidence evidence) {
        this.evidence = evidence;
    }

    /** A check and what it found. */
    record Examined(Check check, List<Finding> findings) {}

    List<Examined> of(List<Check> checks) {
        List<Examined> examined = new ArrayList<>();
        for (Check check : checks) {
            examined.add(new Examined(check, findings(check)));
        }
        return examined;
    }

    // Whatever a check throws must end up in the report.
    @SuppressWarnings("CatchingUnchecked")
    private List<Finding> findings(Check check) {
        @Nullable String unmet = Verifier.unmet(check.needs(), evidence);
        if (unmet != null) {
            return List.of(check.untried(evidence)
                    .orElseGet(() -> Finding.unverified(
                            check, "not tried: " + unmet + ".", "Mend what stands in the way first.")));
        }
        try {
            List<Finding> findings = check.examine(evidence);
            return findings.isEmpty() ? List.of(errored(check, "the check ended without a finding")) : findings;
        } catch (UntriedException e) {
            return List.of(Finding.unverified(check, "not tried: " + e.getMessage() + ".", e.help()));
        } catch (Exception e) {
            return List.of(errored(check, e.getClass().getSimpleName() + ": " + Passwords.removed(e)));
        }
    }

    private static Finding errored(Check check, String reason) {
        return new Finding(
                check.id(),
                check.subject(),
                Verdict.ERRORED,
                "pgAssay broke while it tried this: " + reason + ".",
                "Report this to the authors of pgAssay with the spec.",
                null,
                null,
                0,
                List.of(),
                check.location());
    }
}
