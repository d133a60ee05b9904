package org.pgassay.check.immutability;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Attacks;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;

/**
 * The part of a spec that names tables whose rows must not change.
 *
 * @param immutability by table, in the spec's order
 */
public record ImmutabilitySection(Map<String, LedgerSpec> immutability) {

    /** Copies the map, keeping its order. */
    public ImmutabilitySection {
        immutability = Collections.unmodifiableMap(new LinkedHashMap<>(immutability));
    }

    /**
     * A table whose rows must not change.
     *
     * @param forbid what must be refused
     * @param against as whom it is tried; empty for all that are known
     * @param update which columns may change; null for none where UPDATE is forbidden
     * @param delete when rows may go; null for never where DELETE is forbidden
     * @param chain how a chain over the rows is verified; null where there is none
     */
    public record LedgerSpec(
            Location location,
            List<Attacks.Deed> forbid,
            List<Attacks.Who> against,
            ImmutabilitySection.@Nullable Changes update,
            ImmutabilitySection.@Nullable Deletions delete,
            ImmutabilitySection.@Nullable Chain chain) {

        /** Copies the lists. */
        public LedgerSpec {
            forbid = List.copyOf(forbid);
            against = List.copyOf(against);
        }
    }

    /**
     * Which columns may change.
     *
     * @param only their names
     */
    public record Changes(Location location, List<SourceText> only) {

        /** Copies the list. */
        public Changes {
            only = List.copyOf(only);
        }
    }

    /**
     * When rows may go.
     *
     * @param after how old they must be, as PostgreSQL reads an interval
     * @param by the column that says since when they are there
     */
    public record Deletions(Location location, SourceText after, SourceText by) {}

    /**
     * How a chain over the rows is verified.
     *
     * @param verify a query for the rows that break it
     */
    public record Chain(Location location, SourceText verify) {}
}
