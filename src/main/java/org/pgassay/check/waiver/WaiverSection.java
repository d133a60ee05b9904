package org.pgassay.check.waiver;

import java.util.List;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;

/**
 * The accepted failures.
 *
 * @param waivers in the spec's order
 */
public record WaiverSection(List<WaiverSpec> waivers) {

    /** Copies the list. */
    public WaiverSection {
        waivers = List.copyOf(waivers);
    }

    /**
     * What is accepted, why, by whom and until when.
     *
     * @param check the id of a kind of check, or a pattern of ids
     * @param subject the subject of a finding, or a pattern of subjects
     * @param expires the last day on which it is in force
     */
    public record WaiverSpec(
            Location location,
            SourceText check,
            SourceText subject,
            SourceText reason,
            SourceText approvedBy,
            SourceText expires) {}
}
