package org.pgassay.check.lock;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;

/**
 * The part of a spec that states what migrations may do to tables that are in use.
 *
 * @param locks null where the spec does not say
 */
public record LockSection(@Nullable LocksSpec locks) {

    /**
     * What migrations may do.
     *
     * @param forbid {@code rewrite}, {@code scan}, {@code index-build}, {@code drop}
     * @param maxMode the strongest lock, as {@code pg_locks} names it; null where the spec does not say
     * @param maxBlocked how long others may wait; null where the spec does not say
     * @param except reasons, by a revision's id, or by its id and a table
     */
    public record LocksSpec(
            Location location,
            List<SourceText> forbid,
            @Nullable SourceText maxMode,
            @Nullable SourceText maxBlocked,
            Map<String, SourceText> except) {

        /** Copies the collections, keeping their order. */
        public LocksSpec {
            forbid = List.copyOf(forbid);
            except = Collections.unmodifiableMap(new LinkedHashMap<>(except));
        }
    }
}
