package org.pgassay.migration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a database says of the revisions that were applied to it.
 *
 * @param source where that was read, for a message: {@code by the table public.alembic_version}
 * @param ids of the revisions that are applied, with all that they rest on
 * @param unknown ids that it names and that no file states
 * @param failed ids of revisions that it names as failed
 * @param checksums how the revisions compare with what the tool wrote down of them
 */
public record AppliedRevisions(
        String source, Set<String> ids, Set<String> unknown, Set<String> failed, Checksums checksums) {

    /**
     * How the revisions' files compare with the checksums that the tool wrote down when it applied them.
     *
     * @param same ids of those that are as they were
     * @param edited how each of the others differs, by id
     * @param open why that cannot be told, by id
     */
    public record Checksums(Set<String> same, Map<String, String> edited, Map<String, String> open) {

        /** Of a tool that writes none down. */
        public static final Checksums NONE = new Checksums(Set.of(), Map.of(), Map.of());

        /** Copies the collections. */
        public Checksums {
            same = Collections.unmodifiableSet(new LinkedHashSet<>(same));
            edited = Collections.unmodifiableMap(new LinkedHashMap<>(edited));
            open = Collections.unmodifiableMap(new LinkedHashMap<>(open));
        }

        /** Whether there was nothing to compare. */
        public boolean none() {
            return same.isEmpty() && edited.isEmpty() && open.isEmpty();
        }
    }

    /** Copies the collections. */
    public AppliedRevisions {
        ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
        unknown = Collections.unmodifiableSet(new LinkedHashSet<>(unknown));
        failed = Collections.unmodifiableSet(new LinkedHashSet<>(failed));
    }

    /** Of a tool that writes down neither failures nor checksums. */
    public AppliedRevisions(String source, Set<String> ids, Set<String> unknown) {
        this(source, ids, unknown, Set.of(), Checksums.NONE);
    }
}
