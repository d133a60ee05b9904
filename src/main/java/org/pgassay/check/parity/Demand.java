package org.pgassay.check.parity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.Difference.Change;
import org.pgassay.catalog.Difference.Sort;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.Counterpart;
import org.pgassay.check.Evidence;
import org.pgassay.diff.Comparison;
import org.pgassay.diff.Delta;
import org.pgassay.diff.Exemption;
import org.pgassay.diff.Side;

/**
 * What a spec asks to be compared, and how.
 *
 * @param with as the spec writes it
 * @param extraAllowed whether objects that only the migrated schema has do not count
 * @param exemptions what is left out
 * @param home the schema whose objects are named without it
 */
record Demand(String with, boolean extraAllowed, List<Exemption> exemptions, String home) {

    static final String MIGRATED = "the migrated database";

    /** Copies the list. */
    Demand {
        exemptions = List.copyOf(exemptions);
    }

    /** The other schema on the left, the migrated one on the right. */
    Delta delta(Evidence evidence, @Nullable BigDecimal minimum) {
        Counterpart other = evidence.counterpart();
        List<Side.Unseen> unseen = other.unseen().stream().map(Demand::unseen).toList();
        Side left = new Side(other.label(), other.catalog(), other.majorVersion(), other.respelt(), unseen);
        Side right = new Side(MIGRATED, evidence.catalog(), evidence.server().majorVersion(), List.of());
        return new Delta(Comparison.of(left, right, exemptions, home), minimum, extraAllowed);
    }

    private static Side.Unseen unseen(Counterpart.Hidden hidden) {
        String name = hidden.name();
        return new Side.Unseen(
                name == null ? null : new Difference.Key(ObjectKind.OTHER, null, name, null), hidden.why());
    }

    /** A line for each of these differences that counts, then for what may have been renamed. */
    List<String> lines(Delta delta, List<Change> changes) {
        Comparison comparison = delta.comparison();
        List<String> lines = new ArrayList<>();
        changes.stream().filter(delta::counts).map(comparison::line).forEach(lines::add);
        comparison.renames().stream()
                .filter(rename -> changes.contains(rename.from()))
                .map(rename -> "perhaps renamed: " + rename.from().object(home) + " to "
                        + rename.to().object(home))
                .forEach(lines::add);
        return lines;
    }

    /** What is to be done about differences. */
    String help(List<Change> changes) {
        String extra = !extraAllowed && changes.stream().anyMatch(change -> change.sort() == Sort.ADDED)
                ? " What only the migrated database has counts too; write 'extra: allowed' if it may be there."
                : "";
        return "Migrate what differs, or leave it out under 'ignore' with its reason; 'pgassay diff' shows both sides of"
                + " each difference." + extra;
    }
}
