package org.pgassay.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;

/**
 * The schema that the migrated one is compared with.
 *
 * @param label what people know it by; never a password
 * @param catalog of the spec's schemas there
 * @param majorVersion of the PostgreSQL that has the schema
 * @param respelt whether the catalog is spelt as the version of the migrated schema spells it
 * @param unseen what of it could not be read
 */
public record Counterpart(String label, Catalog catalog, int majorVersion, boolean respelt, List<Hidden> unseen) {

    /** Copies the list. */
    public Counterpart {
        unseen = List.copyOf(unseen);
    }

    /**
     * Something that was not read.
     *
     * @param name as a catalog has it, with its type; null where it is no one object
     * @param why what is hidden, from whom, and what to do
     */
    public record Hidden(@Nullable String name, String why) {}
}
