package org.pgassay.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ALTER DEFAULT PRIVILEGES has set for the objects that a role will create.
 *
 * @param role the role whose new objects it is for
 * @param schema the schema it is limited to; null for all
 * @param objects {@code TABLES}, {@code SEQUENCES}, {@code FUNCTIONS}, {@code TYPES}, {@code SCHEMAS} or
 *     {@code LARGE OBJECTS}
 * @param grants all that are set, without the role's own if it holds every privilege; sorted
 */
public record DefaultPrivileges(String role, @Nullable String schema, String objects, List<Grant> grants) {

    /** Copies the list. */
    public DefaultPrivileges {
        grants = List.copyOf(grants);
    }
}
