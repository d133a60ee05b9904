package org.pgassay.check.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.SourceText;

/**
 * The sentences of the delivery report.
 *
 * @param claims in the spec's order
 */
public record ClaimSection(List<ClaimSpec> claims) {

    /** Copies the list. */
    public ClaimSection {
        claims = List.copyOf(claims);
    }

    /**
     * A sentence and what proves it.
     *
     * @param measure a measure's name, or a mapping of one to a selection
     * @param is how many there must be
     * @param of what a share is a part of: as {@code measure}
     * @param rule the ids of rules that must hold
     * @param checks patterns of the ids of checks that must pass
     * @param on patterns of the subjects of those checks
     */
    public record ClaimSpec(
            Location location,
            SourceText says,
            @Nullable Node measure,
            @Nullable SourceText is,
            @Nullable Node of,
            List<SourceText> rule,
            List<SourceText> checks,
            List<SourceText> on) {

        /** Copies the lists. */
        public ClaimSpec {
            rule = List.copyOf(rule);
            checks = List.copyOf(checks);
            on = List.copyOf(on);
        }
    }
}
