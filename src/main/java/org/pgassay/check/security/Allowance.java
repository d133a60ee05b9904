package org.pgassay.check.security;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/**
 * What the spec accepts in a place.
 *
 * @param where a pattern of files, columns or objects
 * @param kind of secret or privilege
 */
record Allowance(String where, String kind, String reason, Location location) {

    boolean covers(String place, String other) {
        return kind.equals(other) && FilePattern.of(where).matches(place);
    }

    /** Which allowances were needed. */
    static final class Ledger {

        private final List<Allowance> allowances;
        private final Set<Allowance> used = new HashSet<>();

        Ledger(List<Allowance> allowances) {
            this.allowances = List.copyOf(allowances);
        }

        /** Whether that is accepted there. */
        boolean accepts(String place, String kind) {
            List<Allowance> covering =
                    allowances.stream().filter(each -> each.covers(place, kind)).toList();
            used.addAll(covering);
            return !covering.isEmpty();
        }

        /** The reasons of those that were needed, for the evidence. */
        List<String> lines() {
            return allowances.stream()
                    .filter(used::contains)
                    .map(each -> "allowed: " + each.kind() + " in " + each.where() + ": " + each.reason())
                    .toList();
        }

        /** A failure for each that was not needed: it would hide the next secret. */
        List<Finding> stale(Check check) {
            List<Finding> stale = new ArrayList<>();
            for (Allowance each : allowances) {
                if (!used.contains(each)) {
                    stale.add(new Finding(
                            check.id(),
                            each.where() + " (" + each.kind() + ")",
                            Verdict.FAILED,
                            "the spec allows " + each.kind() + " in " + each.where()
                                    + ", and there is none: the exception would hide a later one.",
                            "Take it out of 'allow', or correct its place and kind.",
                            "an exception that is needed",
                            "nothing that it is needed for",
                            1,
                            List.of(),
                            each.location()));
                }
            }
            return stale;
        }
    }
}
