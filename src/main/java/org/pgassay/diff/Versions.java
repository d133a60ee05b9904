package org.pgassay.diff;

/** What two versions of PostgreSQL do differently with one schema. */
final class Versions {

    private Versions() {}

    static String note(Side left, Side right) {
        return left.label() + " runs PostgreSQL " + left.majorVersion() + " and " + right.label() + " PostgreSQL "
                + right.majorVersion() + ".";
    }
}
