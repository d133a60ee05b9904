package org.pgassay.check.language;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/** A part of the spec that this version reads but cannot check: always UNVERIFIED, so that it never passes unseen. */
public record SectionUnread(String subject, Location location) implements Check {

    /** The kind's id. */
    public static final String ID = "spec/section";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        return List.of(Finding.unverified(
                this,
                "'" + subject + "' is part of the spec language, but this version of pgAssay does not check it: nothing"
                        + " that it states was tried.",
                "Use a version that checks it, take it out of the spec, or accept the gap with --allow-unverified."));
    }
}
