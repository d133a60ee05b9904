package org.pgassay.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema as an object of its own.
 *
 * @param grants as {@link Table#grants}
 */
public record Namespace(
        String name,
        String owner,
        List<Grant> grants,
        @Nullable String comment) {

    /** Copies the list. */
    public Namespace {
        grants = List.copyOf(grants);
    }
}
