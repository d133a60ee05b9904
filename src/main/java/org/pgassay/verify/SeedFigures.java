package org.pgassay.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Names;
import org.pgassay.check.Seeding;
import org.pgassay.check.Seeding.Filled;

/**
 * What the seeds put in.
 *
 * @param tables those that hold rows after the seeds, in the catalog's order; none where no seeds are stated or they failed
 */
public record SeedFigures(List<Filling> tables) {

    /** There are none. */
    public static final SeedFigures NONE = new SeedFigures(List.of());

    /** Copies the list. */
    public SeedFigures {
        tables = List.copyOf(tables);
    }

    /**
     * A table that holds rows.
     *
     * @param table as subjects name it
     * @param digest of its rows but for the columns that hold something else in every run; null if all do
     * @param varying those columns
     */
    public record Filling(String table, long rows, @Nullable String digest, List<String> varying) {

        /** Copies the list. */
        public Filling {
            varying = List.copyOf(varying);
        }
    }

    /** How many rows there are in all. */
    public long rows() {
        return tables.stream().mapToLong(Filling::rows).sum();
    }

    /** What there is, if a check has asked for it and it could be had. */
    static SeedFigures of(Seeding seeding, Names names) {
        return new SeedFigures(
                seeding.filled().stream().map(filled -> filling(filled, names)).toList());
    }

    private static Filling filling(Filled filled, Names names) {
        return new Filling(names.subject(filled.table()), filled.rows(), filled.digest(), filled.varying());
    }
}
