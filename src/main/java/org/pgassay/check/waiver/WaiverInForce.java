package org.pgassay.check.waiver;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/** A waiver must not have expired. */
record WaiverInForce(Waiver waiver) implements Check {

    static final String ID = "waiver/in-force";

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
        return Set.of(Need.TODAY);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        LocalDate today = evidence.today();
        List<String> who = List.of("reason: " + waiver.reason(), "approved by: " + waiver.approvedBy());
        if (waiver.inForce(today)) {
            return List.of(Finding.passed(this, "the waiver is in force.", "expires " + waiver.expires(), 1)
                    .with(who));
        }
        return List.of(Finding.failed(
                        this,
                        "the waiver has expired: since " + waiver.expires().plusDays(1)
                                + " it accepts nothing, and what it was for counts again.",
                        "Mend what it was for, or have it approved again with another date.",
                        "expires " + today + " or later",
                        "expires " + waiver.expires())
                .with(who));
    }
}
