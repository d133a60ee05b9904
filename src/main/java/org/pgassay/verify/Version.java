package org.pgassay.verify;

import org.jspecify.annotations.Nullable;

/** The version of pgAssay, as its jar states it. */
public final class Version {

    private Version() {}

    /** The version, or {@code development} where it does not run from its jar. */
    public static String current() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
