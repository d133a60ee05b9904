package org.pgassay.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A sequence; its current value is data and not part of it.
 *
 * @param ownedBy {@code schema.table.column} as SQL, if it is owned by a column
 * @param identity whether it stands behind an identity column
 */
public record Sequence(
        QualifiedName name,
        String owner,
        String type,
        long start,
        long increment,
        long minimum,
        long maximum,
        long cache,
        boolean cycle,
        @Nullable String ownedBy,
        boolean identity,
        @Nullable String comment) {}
