package org.pgassay.check.claim;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Claim;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/** A sentence of the delivery report that a rule must bear out; this version has no rules, so it is UNVERIFIED. */
record ClaimRule(String says, String rule, Location location) implements Claim {

    static final String ID = "claim/rule";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return says;
    }

    @Override
    public String measure() {
        return "rule " + rule;
    }

    @Override
    public String expected() {
        return "holds";
    }

    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        return List.of(Finding.unverified(
                this,
                "the rule '" + rule + "' cannot be tried: this version of pgAssay checks no rules.",
                "Use a version that has the rule, prove the claim by a measure, or accept the gap with"
                        + " --allow-unverified."));
    }
}
