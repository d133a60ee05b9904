package org.pgassay.verify;

import java.util.List;
import org.pgassay.spec.Location;

/**
 * A waiver, and what it came to.
 *
 * @param check the pattern of check ids that it is for
 * @param subject the pattern of subjects
 * @param expires the last day on which it is in force, as {@code 2027-03-31}
 * @param inForce whether it was on the day of the run
 * @param waived the findings that it accepts; if it has expired, those that it would accept
 */
public record WaiverResult(
        String check,
        String subject,
        String reason,
        String approvedBy,
        String expires,
        boolean inForce,
        List<Waived> waived,
        Location location) {

    /** A finding's identity. */
    public record Waived(String check, String subject) {}

    /** Copies the list. */
    public WaiverResult {
        waived = List.copyOf(waived);
    }
}
