package org.pgassay.check.parity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.pgassay.catalog.Difference.Change;
import org.pgassay.catalog.ObjectKind;
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
 * So much of another schema must be alike in the migrated one, among the objects of one kind.
 *
 * @param minimum in per cent
 */
record ParityKind(Demand demand, ObjectKind kind, BigDecimal minimum, Location location) implements Check {

    static final String ID = "parity/kind";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return kind.plural();
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.COUNTERPART);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Delta delta = demand.delta(evidence, minimum);
        Comparison comparison = delta.comparison();
        Figures figures = delta.counted(comparison.figures(kind));
        List<Change> changes = comparison.changes(kind);
        String share = figures.percent() + ": " + figures.alike() + " of " + figures.total();
        String wanted = "at least " + Percent.text(minimum) + " alike";
        if (figures.total() == 0) {
            return List.of(Finding.failed(
                            this,
                            "there is nothing to compare: " + comparison.left() + " has no object of the kind "
                                    + kind.word() + ", so that any share would hold.",
                            "Take the kind out of 'kinds', or correct 'with'.",
                            wanted,
                            "nothing")
                    .as(Verdict.VACUOUS));
        } else if (!figures.reaches(minimum)) {
            return List.of(Finding.failed(
                            this,
                            comparison.right() + " has too little of " + comparison.left() + " alike among its "
                                    + kind.plural() + ": " + share + ".",
                            demand.help(changes),
                            wanted,
                            share)
                    .with(demand.lines(delta, changes)));
        } else if (kind == ObjectKind.OTHER && !comparison.unseen().isEmpty()) {
            return List.of(Finding.unverified(
                    this,
                    "not everything could be seen, so that it was not compared: "
                            + String.join("; ", comparison.unseen()),
                    "Read the other side with a login that may see it."));
        }
        return List.of(Finding.passed(
                        this,
                        comparison.right() + " has " + figures.percent() + " of the " + kind.plural() + " of "
                                + comparison.left() + " alike.",
                        share,
                        figures.total())
                .with(demand.lines(delta, changes)));
    }
}
