package org.pgassay.check.waiver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.pgassay.check.Check;
import org.pgassay.check.Finding;
import org.pgassay.check.Glob;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;
import org.pgassay.spec.Spec;

/**
 * A failure that somebody accepts for a time.
 *
 * @param check a pattern of the ids of checks
 * @param subject a pattern of subjects
 * @param expires the last day on which it is in force
 */
public record Waiver(
        String check, String subject, String reason, String approvedBy, LocalDate expires, Location location) {

    /** The waivers of a spec, in its order. */
    public static List<Waiver> of(Spec spec) {
        return spec.section(WaiverSection.class).waivers().stream()
                .map(each -> new Waiver(
                        each.check().text(),
                        each.subject().text(),
                        each.reason().text(),
                        each.approvedBy().text(),
                        LocalDate.parse(each.expires().text()),
                        each.location()))
                .toList();
    }

    /** What findings about the waiver itself are about: what it waives, as the spec writes it. */
    public String name() {
        return check + " " + subject;
    }

    /** Whether it accepts failures on that day. */
    public boolean inForce(LocalDate today) {
        return !today.isAfter(expires);
    }

    /** Whether the finding is a failure that it speaks of. */
    public boolean matches(Finding finding) {
        return (finding.verdict() == Verdict.FAILED || finding.verdict() == Verdict.VACUOUS) && names(finding);
    }

    /** Whether it speaks of the finding, whatever the verdict. */
    boolean names(Finding finding) {
        return covers(finding.check()) && Glob.of(subject).matches(finding.subject());
    }

    /** Whether the finding of a check may be one that it speaks of: a check may find something about several subjects. */
    boolean mayName(Check other) {
        return covers(other.id());
    }

    private boolean covers(String id) {
        return waivable(id) && Glob.of(check).matches(id);
    }

    /** Whether a kind of check can be waived at all: not what keeps a run, or a waiver, from being empty words. */
    static boolean waivable(String id) {
        return !id.startsWith("waiver/") && !id.startsWith("spec/") && !id.startsWith("migration/");
    }

    /** The finding, accepted: its message stays, and who accepts it and why is added to its evidence. */
    public Finding accept(Finding finding) {
        List<String> evidence =
                new ArrayList<>(List.of("waived: " + reason, "approved by: " + approvedBy, "expires: " + expires));
        evidence.addAll(finding.evidence());
        return finding.as(Verdict.WAIVED).with(evidence);
    }
}
