package org.pgassay.check.partition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Key;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;

/**
 * The part of a spec that states how tables are partitioned.
 *
 * @param partitions by the parent's name
 */
public record PartitionSection(Map<String, PartitioningSpec> partitions) {

    /** Copies the map, keeping its order. */
    public PartitionSection {
        partitions = Collections.unmodifiableMap(new LinkedHashMap<>(partitions));
    }

    /**
     * A partitioned table.
     *
     * @param by strategy and key; null where the spec does not say
     * @param of the partitions' bounds, by name; {@code absent} where there must be no such partition
     * @param rest the default partition; {@code none} where there must be none; null where the spec does not say
     * @param gaps {@code none} or {@code allowed}; null where the spec does not say
     * @param alike whether every partition must be as its parent is
     * @param closed whether the spec names every partition
     */
    public record PartitioningSpec(
            Location location,
            @Nullable SourceText by,
            Map<String, SourceText> of,
            @Key("default") @Nullable SourceText rest,
            @Nullable SourceText gaps,
            boolean alike,
            boolean closed) {

        private static final String NONE = "none";

        /** Copies the map, keeping its order. */
        public PartitioningSpec {
            of = Collections.unmodifiableMap(new LinkedHashMap<>(of));
        }

        /** Whether consecutive bounds must meet. */
        boolean withoutGaps() {
            return gaps != null && gaps.text().equals(NONE);
        }

        /** Whether there must be no default partition. */
        boolean withoutRest() {
            return rest != null && rest.text().equals(NONE);
        }
    }
}
