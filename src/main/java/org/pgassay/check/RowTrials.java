package org.pgassay.check;

import java.util.List;
import org.pgassay.catalog.QualifiedName;

/** What tables do with rows. Each experiment leaves everything as it was. */
public interface RowTrials {

    /** Puts a made-up row into each table as a role, and reads it back as that role. */
    List<Insertion> insertions(List<QualifiedName> tables, Actor actor);

    /** As whom something is tried. */
    enum Actor {
        APPLICATION,
        OWNER
    }

    /**
     * What came of putting a row in.
     *
     * @param role as whom it was tried
     * @param message what stood in the way; empty if nothing did
     * @param help what would help; empty for nothing
     */
    record Insertion(QualifiedName table, String role, Taken taken, String message, String help) {

        /** What became of the row. */
        public enum Taken {
            /** It is in the table, and was read back. */
            READ_BACK,
            /** It is in the table, and who put it in cannot read it. */
            UNREADABLE,
            /** The role may not put it in. */
            FORBIDDEN,
            /** No row was found that the table takes. */
            NOT_MADE,
            /** The table has no rows of its own. */
            NOT_TRIED
        }
    }
}
