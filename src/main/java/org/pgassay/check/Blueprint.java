package org.pgassay.check;

import java.util.Map;
import java.util.Optional;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;

/**
 * The structure that a spec asks for, made and read back by PostgreSQL.
 *
 * @param expected the catalog of the structure, under the names of the real schemas; columns that the spec leaves out are
 *     filled in from the real tables and assert nothing
 * @param faults the parts that could not be made because something they name does not exist in the database, and what
 *     PostgreSQL said
 */
public record Blueprint(Catalog expected, Map<Part, String> faults) {

    /** A part of a table: a column, a constraint or an index, by the name it has in the structure. */
    public record Part(QualifiedName table, Kind kind, String name) {

        /** The kinds of part. */
        public enum Kind {
            COLUMN,
            CONSTRAINT,
            INDEX
        }
    }

    /** Copies the map. */
    public Blueprint {
        faults = Map.copyOf(faults);
    }

    /** Why a part could not be made, if it could not. */
    public Optional<String> fault(Part part) {
        return Optional.ofNullable(faults.get(part));
    }
}
