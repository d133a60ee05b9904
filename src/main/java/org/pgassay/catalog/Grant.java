package org.pgassay.catalog;

import java.util.Comparator;

/**
 * A privilege that a role holds on an object; who granted it is no part of it.
 *
 * @param role the role, or {@code PUBLIC}
 * @param privilege in upper case, such as {@code SELECT}; {@code ALL} where the role holds every one that the server
 *     knows for that kind of object; {@code NONE} for an owner who has none left
 * @param grantable whether the role may pass it on
 */
public record Grant(String role, String privilege, boolean grantable) implements Comparable<Grant> {

    private static final Comparator<Grant> ORDER =
            Comparator.comparing(Grant::role).thenComparing(Grant::privilege).thenComparing(Grant::grantable);

    /** What stands in the place of a privilege where an owner has none left. */
    public static final String NONE = "NONE";

    /** The name that stands for every role. */
    public static final String PUBLIC = "PUBLIC";

    @Override
    public int compareTo(Grant other) {
        return ORDER.compare(this, other);
    }
}
