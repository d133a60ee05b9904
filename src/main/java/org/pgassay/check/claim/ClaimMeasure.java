package org.pgassay.check.claim;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Claim;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/** A sentence of the delivery report must be borne out by a count. */
record ClaimMeasure(String says, Selection selection, Quantity quantity, Location location) implements Claim {

    static final String ID = "claim/measure";

    private static final int NAMED = 200;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return says;
    }

    @Override
    public String measure() {
        return selection.text();
    }

    @Override
    public String expected() {
        return quantity.text();
    }

    @Override
    public Set<Need> needs() {
        return Set.of(selection.measure().need());
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<String> selected = selection.select(evidence);
        // None counted is a count too: the whole kind was looked through, and the catalog itself.
        int all = selection.measure().items(evidence).size();
        long count = selected.size();
        List<String> named = selected.stream().limit(NAMED).toList();
        if (!quantity.accepts(count)) {
            return List.of(failed(this, count, all).with(named));
        }
        if (count == 0 && !quantity.exact()) {
            return List.of(failed(this, count, all).as(Verdict.VACUOUS));
        }
        return List.of(Finding.passed(
                        this,
                        "counted " + count + ", as claimed (" + selection.text() + ").",
                        String.valueOf(count),
                        1 + all)
                .with(named));
    }

    private Finding failed(Check check, long count, int all) {
        String vacuous = quantity.accepts(count) ? " Nothing was counted, so the claim says nothing." : "";
        return new Finding(
                check.id(),
                check.subject(),
                Verdict.FAILED,
                "the report claims " + quantity.text() + " (" + selection.text() + "), and " + count + " "
                        + (count == 1 ? "is" : "are") + " there." + vacuous,
                "Correct the migrations, or the claim.",
                quantity.text(),
                String.valueOf(count),
                1 + all,
                List.of(),
                location);
    }
}
