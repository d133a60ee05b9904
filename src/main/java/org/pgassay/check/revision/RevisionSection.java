package org.pgassay.check.revision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Key;
import org.pgassay.spec.Location;
import org.pgassay.spec.ShortForm;
import org.pgassay.spec.SourceText;

/**
 * The part of a spec that says what must hold of the revisions.
 *
 * @param revisions null where the spec says nothing of them
 */
public record RevisionSection(RevisionSection.@Nullable Revisions revisions) {

    /**
     * What must hold of the revisions; null for what is not asserted.
     *
     * @param heads how many revisions no other one follows
     * @param roots how many revisions follow no other one
     * @param applied the word {@code all}
     * @param reversible which revisions must be undone without a trace
     * @param downTo the id of the revision that must be reached by undoing
     * @param convergent {@code true}: every way of applying must make the same schema
     * @param replayable {@code true}: running everything again must change nothing
     * @param unedited {@code true}: no revision may differ from what was locked or recorded
     * @param allow faults of the graph that are accepted, with the reason
     * @param populated rows that must survive the rest of the revisions
     */
    public record Revisions(
            Location location,
            @Nullable SourceText heads,
            @Nullable SourceText roots,
            @Nullable SourceText applied,
            RevisionSection.@Nullable Reversible reversible,
            @Nullable SourceText downTo,
            @Nullable SourceText convergent,
            @Nullable SourceText replayable,
            @Nullable SourceText unedited,
            RevisionSection.@Nullable Allowed allow,
            RevisionSection.@Nullable Populated populated) {}

    /**
     * Which revisions must be undone without a trace.
     *
     * @param each the word {@code each}, or {@code true}
     * @param except the ids of revisions that need not be, with the reason
     */
    @ShortForm("each")
    public record Reversible(Location location, SourceText each, Map<String, SourceText> except) {

        /** Copies the map, keeping its order. */
        public Reversible {
            except = ordered(except);
        }
    }

    /**
     * Faults of the graph that are accepted.
     *
     * @param redundantParent the reason, by the id of the revision that merges more than it needs to
     */
    public record Allowed(
            Location location, @Key("redundant-parent") Map<String, SourceText> redundantParent) {

        /** Copies the map, keeping its order. */
        public Allowed {
            redundantParent = ordered(redundantParent);
        }
    }

    /**
     * Rows that must survive the rest of the revisions.
     *
     * @param at the id of the revision after which the rows are put in
     * @param rows how many rows go into each table; null for as many as pgAssay thinks fit
     * @param losses the reason, by the name of the table or {@code table.column} whose data is given up
     */
    public record Populated(
            Location location, SourceText at, @Nullable SourceText rows, Map<String, SourceText> losses) {

        /** Copies the map, keeping its order. */
        public Populated {
            losses = ordered(losses);
        }
    }

    private static Map<String, SourceText> ordered(Map<String, SourceText> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
