package org.pgassay.check.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.StoredValues;
import org.pgassay.check.StoredValues.Place;
import org.pgassay.check.UntriedException;
import org.pgassay.check.Verdict;
import org.pgassay.secrets.SecretScanner;
import org.pgassay.spec.Location;

/**
 * No value of a column that may hold text is a secret.
 *
 * @param judged columns that the spec says are hashed or encrypted, which have checks of their own
 */
record SecretsInColumns(Set<Place> judged, List<Allowance> allowed, Names names, Location location) implements Check {

    static final String ID = "security/secrets-in-columns";

    SecretsInColumns {
        judged = Set.copyOf(judged);
        allowed = List.copyOf(allowed);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "text-columns";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.STORED_VALUES);
    }

    /** What came of a column: how many values, and how many of each kind are secrets. */
    private static final class Tally {
        private long values;
        private final Map<String, Long> kinds = new TreeMap<>();

        private void add(String column, StoredValues.Value value) {
            values++;
            SecretScanner.standard().kindsIn(column, value.text()).forEach(kind -> kinds.merge(kind, 1L, Long::sum));
        }
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        StoredValues stored = evidence.storedValues();
        Allowance.Ledger ledger = new Allowance.Ledger(allowed);
        List<Finding> findings = new ArrayList<>();
        long values = 0;
        int columns = 0;
        int empty = 0;
        for (Place place : stored.textColumns()) {
            if (judged.contains(place)) {
                continue;
            }
            String subject = names.subject(place.table(), place.column());
            Tally tally = new Tally();
            try {
                stored.read(place, value -> tally.add(place.column(), value));
            } catch (UntriedException e) {
                findings.add(Finding.unverified(this, "not tried: " + e.getMessage() + ".", e.help())
                        .about(subject));
                continue;
            }
            values += tally.values;
            columns += tally.values > 0 ? 1 : 0;
            empty += tally.values > 0 ? 0 : 1;
            tally.kinds.forEach((kind, count) -> {
                if (!ledger.accepts(subject, kind)) {
                    findings.add(found(subject, kind, count, tally.values));
                }
            });
        }
        if (values == 0 && findings.isEmpty()) {
            return List.of(nothing(stored, empty));
        }
        findings.addAll(ledger.stale(this));
        return findings.isEmpty() ? List.of(passed(stored, values, columns, empty, ledger)) : findings;
    }

    private Finding nothing(StoredValues stored, int empty) {
        return Finding.failed(
                        this,
                        empty == 0
                                ? "no table of " + stored.source() + " has a column that may hold text."
                                : "no column of " + stored.source() + " that may hold text has a value, so nothing was"
                                        + " seen.",
                        "Put rows in with 'seeds', verify a database that has rows, or take it out of the spec.",
                        "at least one value",
                        "none in " + empty + " columns")
                .as(Verdict.VACUOUS);
    }

    private Finding found(String subject, String kind, long count, long values) {
        String title = SecretScanner.standard().kinds().getOrDefault(kind, kind);
        return Finding.failed(
                        this,
                        subject + " holds a secret in plain text: " + title + " in " + count + " of " + values
                                + (values == 1 ? " value." : " values."),
                        "Revoke it, and keep it hashed or encrypted, or outside the database; or name it under 'allow'"
                                + " with the reason why it is no secret.",
                        "no secret",
                        count + " of kind " + kind)
                .about(subject + " (" + kind + ")");
    }

    private Finding passed(StoredValues stored, long values, int columns, int empty, Allowance.Ledger ledger) {
        int looked = (int) Math.min(Integer.MAX_VALUE, values);
        return Finding.passed(
                        this,
                        "looked through " + values + (values == 1 ? " value" : " values") + " in " + columns
                                + (columns == 1 ? " column" : " columns") + " of " + stored.source()
                                + ": no secret in plain text"
                                + (empty == 0 ? "." : "; " + empty + " more hold nothing."),
                        "no secret",
                        looked)
                .with(ledger.lines());
    }
}
