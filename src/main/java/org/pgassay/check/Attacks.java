package org.pgassay.check;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;

/**
 * Attempts to change rows that must not change, each with a positive control beside it.
 *
 * <p>Each ledger is attacked on a copy of the migrated database; the attempts on a vector are made once.
 */
public interface Attacks {

    /**
     * All attempts on a vector, role by role.
     *
     * @throws UntriedException if there is nothing to attack, such as a table without rows
     */
    List<Attempt> on(Ledger ledger, AttackVector vector);

    /**
     * A table whose rows must not change.
     *
     * @param forbidden what must be refused
     * @param against as whom it is tried
     * @param changeable the columns that may change; nothing where UPDATE is not forbidden at all
     * @param retention until when rows must stay; null for ever
     * @param verify a query for the rows that break the chain; null where the rows are no chain
     */
    record Ledger(
            QualifiedName table,
            Set<Deed> forbidden,
            List<Who> against,
            List<String> changeable,
            @Nullable Retention retention,
            @Nullable String verify) {

        /** Copies the collections. */
        public Ledger {
            forbidden = Set.copyOf(forbidden);
            against = List.copyOf(against);
            changeable = List.copyOf(changeable);
        }

        /** Whether that must be refused. */
        public boolean forbids(Deed deed) {
            return forbidden.contains(deed);
        }
    }

    /**
     * How long rows must stay.
     *
     * @param after an interval as PostgreSQL reads it
     * @param by the column from whose value on it counts
     */
    record Retention(String after, String by) {}

    /** What can be forbidden. */
    enum Deed {
        UPDATE,
        DELETE,
        TRUNCATE,
        DDL
    }

    /** As whom it is tried. */
    enum Who {
        /** The role that the application logs in with. */
        APPLICATION,
        /** The table's owner. */
        OWNER,
        /** Who may do everything: what is left to them is stated, and never a failure. */
        SUPERUSER
    }

    /**
     * What came of an attempt.
     *
     * @param role the name of the database role
     * @param what what was tried, such as {@code UPDATE of amount}
     * @param reason what refused it, or what it did
     */
    record Attempt(Who who, String role, String what, Outcome outcome, String reason) {}

    /** What came of an attempt; the worse ones come first. */
    enum Outcome {
        /** Rows were changed. */
        HOLE,
        /** What must work was refused. */
        REFUSED,
        /** It could not be tried, or what refused it was no guard. */
        UNTRIED,
        /** Rows were changed with a power that is not forbidden; stated, and no failure. */
        RESIDUAL,
        /** No error, and the rows are as they were. */
        IGNORED,
        /** Refused by a guard, and the rows are as they were. */
        BLOCKED,
        /** What must work does. */
        WORKS,
        /** There is no such way to this table. */
        ABSENT
    }
}
