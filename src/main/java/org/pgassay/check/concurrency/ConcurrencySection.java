package org.pgassay.check.concurrency;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;

/**
 * The part of a spec that says how workers share jobs.
 *
 * @param concurrency the queues by name, in the spec's order
 */
public record ConcurrencySection(Map<String, QueueSpec> concurrency) {

    /** Copies the map, keeping its order. */
    public ConcurrencySection {
        concurrency = ordered(concurrency);
    }

    /**
     * A table of jobs, and how workers take them.
     *
     * @param workers how many claim at once; null for as many as pgAssay thinks fit
     * @param jobs how many rows are made up; null for as many as pgAssay thinks fit
     * @param complete null where claiming is all there is
     * @param params further parameters, by name
     * @param values what the jobs hold, by column
     */
    public record QueueSpec(
            Location location,
            @Nullable SourceText workers,
            @Nullable SourceText jobs,
            SourceText table,
            SourceText claim,
            @Nullable SourceText complete,
            Map<String, SourceText> params,
            Map<String, SourceText> values,
            Expected expect) {

        /** Copies the maps, keeping their order. */
        public QueueSpec {
            params = ordered(params);
            values = ordered(values);
        }
    }

    /**
     * What must hold; null for what is not asserted.
     *
     * @param exactlyOnce {@code true}: each job is claimed and completed once
     * @param maxBlocked how long one worker may wait for another, such as {@code 50ms}
     * @param survivesKill {@code true}: the job of a worker that is killed is done by another
     */
    public record Expected(
            Location location,
            @Nullable SourceText exactlyOnce,
            @Nullable SourceText maxBlocked,
            @Nullable SourceText survivesKill) {}

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
