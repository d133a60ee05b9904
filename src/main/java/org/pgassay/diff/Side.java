package org.pgassay.diff;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.Namespace;

/**
 * One of the two that are compared.
 *
 * @param label what people know it by: a file, or host and database; never a password
 * @param majorVersion of the PostgreSQL that has the schema
 * @param respelt whether the catalog is spelt as the other side's newer version spells it
 * @param unseen what of it could not be read, in the order of the names
 */
public record Side(String label, Catalog catalog, int majorVersion, boolean respelt, List<Unseen> unseen) {

    /** Copies the list. */
    public Side {
        unseen = List.copyOf(unseen);
    }

    /**
     * Something that was not read, and therefore not compared.
     *
     * @param key what it is told by; null where it is no one object
     * @param why what is hidden, from whom, and what to do
     */
    public record Unseen(Difference.@Nullable Key key, String why) {}

    /** A side in its own version's spelling. */
    public Side(String label, Catalog catalog, int majorVersion, List<Unseen> unseen) {
        this(label, catalog, majorVersion, false, unseen);
    }

    /** The same in the spelling of the version that the other side has. */
    public Side respelt(Catalog remade) {
        return new Side(label, remade, majorVersion, true, unseen);
    }

    /** The schemas that were compared neither as such nor for what they hold. */
    Set<String> otherSchemas() {
        Set<String> others = new TreeSet<>(catalog.otherSchemas());
        catalog.namespaces().stream().map(Namespace::name).forEach(others::remove);
        return others;
    }
}
