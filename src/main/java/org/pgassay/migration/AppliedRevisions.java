package org.pgassay.migration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a database says of the revisions that were applied to it.
 *
 * @param source where that was read, for a message: {@code the table public.alembic_version}
 * @param ids of the revisions that are applied, with all that they rest on
 * @param unknown ids that it names and that no file states
 * @param checksums by id, as the tool wrote them down, of those whose file has another one now
 */
public record AppliedRevisions(String source, Set<String> ids, Set<String> unknown, Map<String, String> checksums) {

    /** Copies the collections. */
    public AppliedRevisions {
        ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
        unknown = Collections.unmodifiableSet(new LinkedHashSet<>(unknown));
        checksums = Collections.unmodifiableMap(new LinkedHashMap<>(checksums));
    }
}
