package org.pgassay.catalog;

import java.util.List;
import java.util.Locale;
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

    /** What tells entries apart, in the words of ALTER DEFAULT PRIVILEGES: {@code for role r in schema s on tables}. */
    public String subject() {
        return subject(Identifiers.quote(role), schema, objects);
    }

    /** The subject of an entry whose role is given as it is to be shown. */
    public static String subject(String role, @Nullable String schema, String objects) {
        return "for role " + role + (schema == null ? "" : " in schema " + Identifiers.quote(schema)) + " on "
                + objects.toLowerCase(Locale.ROOT);
    }
}
