package org.pgassay.check;

import java.util.Map;
import java.util.Optional;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;

/**
 * The structure that a spec asks for, made and read back by PostgreSQL.
 *
 * @param expected the catalog of the structure, under the names of the real schemas; columns that the spec leaves out are
 *     filled in from the real tables and assert nothing
 * @param objects the objects that the spec states and that stand in no table of {@code expected}: views, functions, triggers,
 *     policies and so on, each under its real name
 * @param faults the parts that could not be made because something they name does not exist in the database, and what
 *     PostgreSQL said
 * @param complete whether all that the database holds was there when the structure was made; if not, a fault proves
 *     nothing
 */
public record Blueprint(Catalog expected, Map<Part, Described> objects, Map<Part, String> faults, boolean complete) {

    /**
     * A part of a table or view, or an object of its own.
     *
     * @param table the table or view; for an object of its own the object, whose schema is empty if it lives in none
     * @param name the part's name in the structure; empty for an object of its own. For a function it is the arguments as
     *     the spec writes them
     */
    public record Part(QualifiedName table, ObjectKind kind, String name) {}

    /** Copies the map. */
    public Blueprint {
        objects = Map.copyOf(objects);
        faults = Map.copyOf(faults);
    }

    /**
     * Why a part could not be made, if it could not.
     *
     * @throws UntriedException if that may be for want of something that the real database has
     */
    public Optional<String> fault(Part part) {
        String fault = faults.get(part);
        if (fault != null && !complete) {
            throw new UntriedException(
                    "it could not be made beside the database, whose types and functions could not all" + " be copied: "
                            + fault);
        }
        return Optional.ofNullable(fault);
    }

    /** The same blueprint, made where something that the real database has was missing. */
    public Blueprint incomplete() {
        return new Blueprint(expected, objects, faults, false);
    }
}
