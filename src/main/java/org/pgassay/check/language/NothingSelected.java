package org.pgassay.check.language;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/**
 * A run must try something: always VACUOUS, and only there if nothing else is.
 *
 * @param stated how many checks the spec states
 */
public record NothingSelected(int stated, Location location) implements Check {

    /** The kind's id. */
    public static final String ID = "spec/selection";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "selection";
    }

    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        return List.of(Finding.failed(
                        this,
                        "none of the spec's " + stated + " checks is selected, so nothing was tried.",
                        "Name a check that the spec has (--only takes ids such as 'index/*'), and divide it into fewer parts than"
                                + " it has checks (--shard).",
                        "at least one check",
                        "none")
                .as(Verdict.VACUOUS));
    }
}
