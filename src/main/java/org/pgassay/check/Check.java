package org.pgassay.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.spec.Location;

/** One thing that must hold. A check is a value: it knows what to look for, and holds no state. */
public interface Check {

    /** The kind's id, {@code family/kind}. */
    String id();

    /** The object it is about, named as PostgreSQL would quote it; {@code table.column} for parts. */
    String subject();

    /** Where the spec states it. */
    Location location();

    /** What it consults; it is UNVERIFIED where that cannot be had. */
    Set<Need> needs();

    /**
     * What it can say of itself where something that it needs cannot be had; nothing where the general reason will do.
     *
     * @param evidence of which the server's facts are there in any case
     */
    default Optional<Finding> untried(Evidence evidence) {
        return Optional.empty();
    }

    /** Whether it is run only if its kind was asked for on the command line, because the spec does not state it itself. */
    default boolean onRequest() {
        return false;
    }

    /**
     * Whether what another check finds is evidence for it: it is run only if all those are.
     *
     * @param other a check of the same spec
     */
    default boolean judges(Check other) {
        return false;
    }

    /**
     * The objects that it says something of, among those that the catalog has: for the accounting of coverage.
     *
     * @param catalog of the migrated database
     */
    default Set<ObjectRef> speaksOf(Catalog catalog) {
        return Set.of();
    }

    /** How it speaks of them. */
    default Coverage coverage() {
        return Coverage.SPECIFIED;
    }

    /** How a check speaks of an object. */
    enum Coverage {
        /** The spec states it by its name. */
        SPECIFIED,
        /** A rule selects it among others. */
        RULED
    }

    /**
     * Looks, and says what it found: never nothing. What it throws is ERRORED.
     *
     * @return at least one finding
     */
    List<Finding> examine(Evidence evidence);
}
