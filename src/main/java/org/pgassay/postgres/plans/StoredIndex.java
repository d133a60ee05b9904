package org.pgassay.postgres.plans;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;

/**
 * How an index is stored.
 *
 * @param method such as {@code btree}
 * @param keys how many of the parts are keys
 * @param deduplicates whether equal keys share one tuple
 * @param predicate of a partial index
 * @param fillFactor in percent
 * @param pagesPerRange of a BRIN index
 * @param parts keys first, then what INCLUDE names
 */
record StoredIndex(
        QualifiedName name,
        String method,
        boolean unique,
        int keys,
        boolean deduplicates,
        @Nullable String predicate,
        int fillFactor,
        int pagesPerRange,
        List<Part> parts) {

    /**
     * A column of the index.
     *
     * @param column of the table; null for an expression
     * @param expression as PostgreSQL prints it; null for a column
     * @param stored what the index keeps of it
     */
    record Part(@Nullable String column, @Nullable String expression, StoredColumn stored) {}

    StoredIndex {
        parts = List.copyOf(parts);
    }

    /** Whether each value of its only key is there once. */
    boolean makesUnique() {
        return unique && keys == 1 && predicate == null;
    }
}
