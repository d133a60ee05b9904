package org.pgassay.check;

import java.util.List;
import org.pgassay.catalog.Catalog;

/**
 * The schema that the migrated one is compared with.
 *
 * @param label what people know it by; never a password
 * @param catalog of the spec's schemas there
 * @param majorVersion of the PostgreSQL whose spelling the catalog has
 * @param unseen what of it could not be read
 */
public record Counterpart(String label, Catalog catalog, int majorVersion, List<Hidden> unseen) {

    /** Copies the list. */
    public Counterpart {
        unseen = List.copyOf(unseen);
    }

    /**
     * An object of which the role that read it may not see all.
     *
     * @param name as a catalog has it, with its type
     * @param why what is hidden, from whom, and what to do
     */
    public record Hidden(String name, String why) {}
}
