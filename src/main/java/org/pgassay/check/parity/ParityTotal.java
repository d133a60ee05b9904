package org.pgassay.check.parity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.diff.Comparison;
import org.pgassay.diff.Delta;
import org.pgassay.diff.Figures;
import org.pgassay.diff.Percent;
import org.pgassay.spec.Location;

/**
 * So much of another schema must be alike in the migrated one, over all kinds of objects.
 *
 * @param minimum in per cent
 */
public record ParityTotal(Demand demand, BigDecimal minimum, Location location) implements Check {

    /** The kind's id. */
    public static final String ID = "parity/total";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return demand.with();
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.COUNTERPART);
    }

    /** What was compared: the other schema on the left, the migrated one on the right. */
    public Delta delta(Evidence evidence) {
        return demand.delta(evidence, minimum);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        return List.of(finding(delta(evidence)));
    }

    private Finding finding(Delta delta) {
        Comparison comparison = delta.comparison();
        Figures figures = delta.counted(comparison.total());
        List<String> lines = demand.lines(delta, comparison.changes());
        String share = figures.percent() + ": " + figures.alike() + " of " + figures.total() + " objects";
        String wanted = "at least " + Percent.text(minimum) + " alike";
        if (comparison.vacuous()) {
            return Finding.failed(
                            this,
                            "there is nothing to compare: neither " + comparison.left() + " nor " + comparison.right()
                                    + " has any object in the spec's schemas.",
                            "Correct 'schemas' or 'with'.",
                            wanted,
                            "nothing")
                    .as(Verdict.VACUOUS);
        } else if (!figures.reaches(minimum)) {
            return Finding.failed(
                            this,
                            comparison.right() + " has too little of " + comparison.left() + " alike: " + share + ".",
                            demand.help(comparison.changes()),
                            wanted,
                            share)
                    .with(lines);
        } else if (!comparison.unseen().isEmpty()) {
            return Finding.unverified(
                            this,
                            "not everything could be seen, so that it was not compared: "
                                    + String.join("; ", comparison.unseen()),
                            "Read the other side with a login that may see it.")
                    .with(lines);
        }
        return Finding.passed(
                        this,
                        comparison.right() + " has " + figures.percent() + " of " + comparison.left() + " alike.",
                        share,
                        figures.total())
                .with(lines);
    }
}
