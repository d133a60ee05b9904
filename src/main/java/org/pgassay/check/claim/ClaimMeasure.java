package org.pgassay.check.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Claim;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/**
 * A sentence of the delivery report must be borne out by a count.
 *
 * @param whole what the count is a share of; null for a count of its own
 */
record ClaimMeasure(
        String says, Selection selection, @Nullable Selection whole, Quantity quantity, Location location)
        implements Claim {

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
        return selection.text() + (whole == null ? "" : " of " + whole.text());
    }

    @Override
    public String expected() {
        return quantity.text();
    }

    @Override
    public Set<Need> needs() {
        Set<Need> needs = EnumSet.of(selection.measure().need());
        if (whole != null) {
            needs.add(whole.measure().need());
        }
        return Set.copyOf(needs);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<String> selected = selection.select(evidence);
        // None counted is a count too: the whole kind was looked through, and the catalog itself.
        int all = selection.measure().items(evidence).size();
        long count = selected.size();
        List<String> named = selected.stream().limit(NAMED).toList();
        if (whole != null) {
            return List.of(share(count, whole.select(evidence).size(), all).with(named));
        }
        String observed = String.valueOf(count);
        if (!quantity.accepts(count)) {
            return List.of(failed(observed, count, "", all).with(named));
        }
        if (count == 0 && !quantity.exact()) {
            return List.of(vacuous(observed, count, " Nothing was counted, so the claim says nothing.", all));
        }
        return List.of(passed("counted " + count, observed, all).with(named));
    }

    /** A share of nothing says nothing, and what is counted must be part of the whole. */
    private Finding share(long count, long of, int all) {
        if (of == 0) {
            return vacuous(count + " of 0", count, " There is nothing that it could be a share of.", all);
        }
        String observed = percentage(count, of) + " (" + count + " of " + of + ")";
        if (count > of) {
            return failed(observed, count, " That is more than the whole: they are not part of it.", all);
        } else if (!quantity.accepts(count, of)) {
            return failed(observed, count, "", all);
        } else if (count == 0 && !quantity.exact()) {
            return vacuous(observed, count, " Nothing was counted, so the claim says nothing.", all);
        }
        return passed("counted " + count + " of " + of, observed, all);
    }

    /** Rounded down to two digits, so that 100% means all. */
    private static String percentage(long count, long of) {
        BigDecimal share = BigDecimal.valueOf(count)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(of), 2, RoundingMode.DOWN)
                .stripTrailingZeros();
        return share.toPlainString() + "%";
    }

    private Finding passed(String counted, String observed, int all) {
        return Finding.passed(this, counted + ", as claimed (" + measure() + ").", observed, 1 + all);
    }

    private Finding vacuous(String observed, long count, String why, int all) {
        return failed(observed, count, why, all).as(Verdict.VACUOUS);
    }

    private Finding failed(String observed, long count, String why, int all) {
        return new Finding(
                id(),
                subject(),
                Verdict.FAILED,
                "the report claims " + quantity.text() + " (" + measure() + "), and " + observed + " "
                        + (count == 1 ? "is" : "are") + " there." + why,
                "Correct the migrations, or the claim.",
                quantity.text(),
                observed,
                1 + all,
                List.of(),
                location);
    }
}
