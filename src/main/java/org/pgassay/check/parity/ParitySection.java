package org.pgassay.check.parity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;

/**
 * The part of a spec that says which schema the migrated one must be like.
 *
 * @param parity null where the spec does not say
 */
public record ParitySection(ParitySection.@Nullable ParitySpec parity) {

    /**
     * What the migrated schema must be like, and how much.
     *
     * @param with a file, or {@code $NAME} for the environment variable that holds a JDBC URL
     * @param minimum the share that must be alike; null for all
     * @param kinds the share by kind of object
     * @param extra what becomes of objects that only the migrated schema has; null for counted
     * @param ignore what is left out
     */
    public record ParitySpec(
            Location location,
            SourceText with,
            @Nullable SourceText minimum,
            Map<String, SourceText> kinds,
            @Nullable Extra extra,
            List<IgnoreSpec> ignore) {

        /** Copies the collections, keeping their order. */
        public ParitySpec {
            kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
            ignore = List.copyOf(ignore);
        }
    }

    /** What becomes of objects that only the migrated schema has. */
    public enum Extra {
        /** They count as differences. */
        COUNTED,
        /** They are listed and do not count. */
        ALLOWED
    }

    /**
     * Objects that are left out, and why.
     *
     * @param object a pattern of names
     */
    public record IgnoreSpec(Location location, SourceText object, String reason) {}
}
