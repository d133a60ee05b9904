package org.pgassay.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row security policy.
 *
 * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param roles the roles it applies to, sorted; {@code PUBLIC} for all
 */
public record Policy(
        String name,
        boolean permissive,
        String command,
        List<String> roles,
        @Nullable String using,
        @Nullable String withCheck,
        @Nullable String comment) {

    /** Copies the list. */
    public Policy {
        roles = List.copyOf(roles);
    }
}
