package org.pgassay.check.feature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Location;
import org.pgassay.spec.ShortForm;
import org.pgassay.spec.SourceText;

/**
 * Product features.
 *
 * @param features by name, in the spec's order
 */
public record FeatureSection(Map<String, FeatureSpec> features) {

    /** Copies the map, keeping its order. */
    public FeatureSection {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    }

    /**
     * A feature.
     *
     * @param needs the objects that it cannot be without
     * @param says what it is, for the report
     */
    @ShortForm("needs")
    public record FeatureSpec(
            Location location,
            List<SourceText> needs,
            @Nullable String says) {

        /** Copies the list. */
        public FeatureSpec {
            needs = List.copyOf(needs);
        }
    }
}
