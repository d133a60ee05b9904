package org.pgassay.check.behaviour;

import org.pgassay.check.Finding;
import org.pgassay.spec.Location;

/** Findings about parts of what a check states. */
final class Findings {

    private Findings() {}

    /** The same finding about a part, where the spec states that. */
    static Finding at(Finding finding, String subject, Location location) {
        return new Finding(
                finding.check(),
                subject,
                finding.verdict(),
                finding.message(),
                finding.help(),
                finding.expected(),
                finding.observed(),
                finding.examined(),
                finding.evidence(),
                finding.role(),
                location);
    }
}
