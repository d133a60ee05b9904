package org.pgassay.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A revision that is a stage of SQL files.
 *
 * @param files in the order of running
 * @param transaction whether they are one transaction
 * @param added how many objects there were more after it, by measure; those without a difference left out, and all where
 *     that was not counted
 * @param errors the errors that it met as expected, when the database was migrated
 */
public record StageSummary(List<String> files, boolean transaction, Map<String, Long> added, List<Met> errors) {

    /**
     * An error that came as expected.
     *
     * @param place file and line
     * @param message what PostgreSQL said
     * @param says why it was expected
     */
    public record Met(String place, String message, String says) {}

    /** Copies the collections, keeping their order. */
    public StageSummary {
        files = List.copyOf(files);
        added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
        errors = List.copyOf(errors);
    }
}
