package org.pgassay.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/**
 * A product feature, and whether it is complete.
 *
 * @param says what it is; null where the spec does not say
 * @param needs the objects that it needs, as the spec names them
 * @param missing what is missing or ambiguous, a sentence each
 */
public record FeatureResult(
        String name,
        @Nullable String says,
        List<String> needs,
        List<String> missing,
        Verdict verdict,
        Location location) {

    /** Copies the lists. */
    public FeatureResult {
        needs = List.copyOf(needs);
        missing = List.copyOf(missing);
    }
}
