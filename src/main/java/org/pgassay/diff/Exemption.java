package org.pgassay.diff;

import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Difference;
import org.pgassay.check.Glob;

/**
 * Objects that are left out of a comparison.
 *
 * @param written the pattern as it was given: of names as the comparison shows them, with the kind of object before it where
 *     only that is meant, such as {@code index ix_old_*}; one that matches a table or view stands for its parts too
 * @param reason why they are left out; null where no one said
 */
public record Exemption(String written, @Nullable String reason) {

    /** Whether it stands for an object, or for the table or view that it is a part of. */
    static boolean covers(Glob glob, Difference.Key key, String home) {
        for (Difference.Key each = key; each != null; each = each.host()) {
            String object = Comparison.object(each, home);
            String name = object.substring(each.kind().word().length() + 1);
            if (glob.matches(name) || glob.matches(object)) {
                return true;
            }
        }
        return false;
    }
}
