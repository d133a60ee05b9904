package org.pgassay.check;

import java.util.List;

/** A check whose attempts on a table a report shows as a part of one picture. */
public interface Attacked extends Check {

    /** What came of the attempts, role by role; nothing where none were made. */
    List<Cell> cells(Evidence evidence);

    /**
     * A field of the picture.
     *
     * @param table as subjects name it
     * @param role the name of the database role, or {@code superuser}
     * @param vector its word
     */
    record Cell(String table, String role, AttackVector vector, Attacks.Outcome outcome, String reason) {}
}
