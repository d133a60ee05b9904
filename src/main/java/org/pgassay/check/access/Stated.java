package org.pgassay.check.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;

/**
 * What a spec states of one object beside its definition.
 *
 * @param target the object
 * @param owner who must own it; null where the spec does not say
 * @param grants privileges, by the word for the role
 * @param comment empty for none; null where the spec does not say
 * @param closed what the object's own key {@code closed} says
 * @param parts columns, indexes and so on that the spec names
 */
record Stated(
        Target.Whole target,
        Location location,
        @Nullable SourceText owner,
        Map<String, Granted> grants,
        @Nullable SourceText comment,
        List<SourceText> closed,
        List<StatedPart> parts) {

    /** Copies the collections, keeping their order. */
    Stated {
        grants = Collections.unmodifiableMap(new LinkedHashMap<>(grants));
        closed = List.copyOf(closed);
        parts = List.copyOf(parts);
    }

    /** The privileges that are stated for a role, and where. */
    record Granted(Location location, List<SourceText> privileges) {

        /** Copies the list. */
        Granted {
            privileges = List.copyOf(privileges);
        }
    }

    /** A part of a table or view that the spec names. */
    record StatedPart(Target.Part target, @Nullable SourceText comment) {}
}
