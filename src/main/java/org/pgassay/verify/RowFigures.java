package org.pgassay.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.check.Finding;
import org.pgassay.check.RowsMade;
import org.pgassay.check.Verdict;
import org.pgassay.verify.Examination.Examined;

/**
 * How many tables took a made-up row.
 *
 * @param tables how many were tried
 * @param filled how many took a row that could be read back
 * @param byHand how many of these needed values that the spec fixes
 * @param obstacles what stood in the way of the others
 */
public record RowFigures(int tables, int filled, int byHand, List<Obstacle> obstacles) {

    /** Copies the list. */
    public RowFigures {
        obstacles = List.copyOf(obstacles);
    }

    /** A table without a row, and why. */
    public record Obstacle(String table, String reason) {}

    /** What the checks that put rows in have found; nothing if there was none, or it was not tried. */
    static Optional<RowFigures> of(List<Examined> examined) {
        int tables = 0;
        int filled = 0;
        int byHand = 0;
        List<Obstacle> obstacles = new ArrayList<>();
        for (Examined each : examined) {
            if (!(each.check() instanceof RowsMade check)) {
                continue;
            }
            Set<String> none = new HashSet<>(check.excepted());
            for (Finding finding : each.findings()) {
                if (finding.role() == null) {
                    // It is about a selection and not about a table.
                    continue;
                }
                tables++;
                // An exception that fails is one that is not needed: the table took a row.
                boolean excepted = none.contains(finding.subject());
                if (excepted ? finding.verdict() == Verdict.FAILED : finding.verdict() == Verdict.PASSED) {
                    filled++;
                    byHand += check.byHand().contains(finding.subject()) ? 1 : 0;
                } else {
                    obstacles.add(new Obstacle(finding.subject(), finding.message()));
                }
            }
        }
        return tables == 0 ? Optional.empty() : Optional.of(new RowFigures(tables, filled, byHand, obstacles));
    }
}
