package org.pgassay.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.QualifiedName;

/** What tables do with rows. Each experiment leaves everything as it was. */
public interface RowTrials {

    /** Puts a made-up row into each table as a role, and reads it back as that role. */
    List<Insertion> insertions(List<QualifiedName> tables, Actor actor);

    /** Leaves out each column of a row in turn, and sees what it gets. */
    List<DefaultTried> defaults(List<DefaultStated> stated);

    /** Puts in a row that violates each, beside one that does not. */
    List<Response> violations(List<Stated> stated);

    /** Deletes, or changes the key of, a row that another one refers to by each foreign key. */
    List<ActionTried> actions(List<ForeignKeyStated> stated);

    /** Deletes a row on which rows of other tables hang. */
    CascadeTried cascade(QualifiedName root, List<QualifiedName> tables);

    /** Does something to a row of a table as a role, with and without the table's triggers. */
    List<Fired> triggers(List<Expected> expected, Actor actor);

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

    /** A column whose default the spec states, as PostgreSQL prints it. */
    record DefaultStated(QualifiedName table, Column column) {}

    /**
     * What a column got that was left out.
     *
     * @param outcome how it compares with what the default's expression gives
     * @param observed what the database has for a default; empty for none
     * @param message why it was not tried; otherwise empty
     * @param help what would help; empty for nothing
     * @param aside that triggers had to be disabled, and why; empty if they had not
     */
    record DefaultTried(
            DefaultStated stated, DefaultOutcome outcome, String observed, String message, String help, String aside) {

        /** How the value compares. */
        public enum DefaultOutcome {
            /** It is the value that the expression has. */
            SAME,
            /** The expression has another value each time; it is one of its type, and each row has its own. */
            FRESH,
            /** It is another value. */
            OTHER,
            /** It is null. */
            NOTHING,
            /** No row could be made. */
            UNTRIED
        }
    }

    /** What a spec states and rows can violate, and its counterpart in the database, if it has one. */
    sealed interface Stated {

        /** The table. */
        QualifiedName table();

        /** A column that must not be null. */
        record NotNull(QualifiedName table, String column) implements Stated {}

        /**
         * A constraint.
         *
         * @param index the index behind it, which knows its keys; null for CHECK and foreign keys
         * @param name what it is called in the database
         */
        record Of(
                QualifiedName table,
                Constraint constraint,
                @Nullable Index index,
                String name) implements Stated {}

        /** A unique index that no constraint stands for. */
        record Unique(QualifiedName table, Index index) implements Stated {}
    }

    /**
     * What a table said to a row that violates something.
     *
     * @param sqlState of the refusal; empty if there was none
     * @param by the constraint or column that refused
     * @param message PostgreSQL's, or why nothing was tried
     * @param help what would help; empty for nothing
     * @param changed what the row has otherwise than one that was taken
     * @param aside that triggers had to be disabled, and why; empty if they had not
     */
    record Response(
            Stated stated,
            Answer answer,
            String sqlState,
            String by,
            String message,
            String help,
            List<String> changed,
            String aside) {

        /** What became of the row. */
        public enum Answer {
            /** It was refused by what it violates. */
            REFUSED,
            /** It was taken. */
            TAKEN,
            /** Something else refused it, whatever was tried. */
            ANOTHER,
            /** There was no such row to try, or none beside it that is valid. */
            UNTRIED
        }

        /** Copies the list. */
        public Response {
            changed = List.copyOf(changed);
        }
    }

    /** A foreign key that the spec states, and what it is called in the database. */
    record ForeignKeyStated(QualifiedName table, Constraint constraint, String name) {}

    /**
     * What came of a referential action.
     *
     * @param update whether the parent's key was changed; false if the parent was deleted
     * @param outcome what became of it
     * @param message what PostgreSQL said, or what became of the child
     * @param help what would help; empty for nothing
     * @param further what became of rows further down
     * @param aside that triggers had to be disabled, and why; empty if they had not
     */
    record ActionTried(
            ForeignKeyStated stated,
            boolean update,
            ActionOutcome outcome,
            String message,
            String help,
            List<String> further,
            String aside) {

        /** Whether the action did what it says. */
        public enum ActionOutcome {
            AS_STATED,
            OTHERWISE,
            UNTRIED
        }

        /** Copies the list. */
        public ActionTried {
            further = List.copyOf(further);
        }
    }

    /**
     * What came of deleting a row on which rows of other tables hang.
     *
     * @param refusal why it could not be deleted; empty if it was
     * @param tables what became of the rows of each
     */
    record CascadeTried(String refusal, List<Hanging> tables) {

        /** Copies the list. */
        public CascadeTried {
            tables = List.copyOf(tables);
        }
    }

    /**
     * What became of the rows of a table when the row that they hang on was deleted.
     *
     * @param path the foreign keys from the table to the row; empty if it does not hang on it
     * @param untried why there was no row to try; empty if there was
     * @param left how many of its rows were left
     * @param lost how many rows of other parents were gone
     */
    record Hanging(QualifiedName table, List<String> path, String untried, long left, long lost) {

        /** Copies the list. */
        public Hanging {
            path = List.copyOf(path);
        }
    }

    /** What is done to a row. */
    enum Event {
        INSERT,
        UPDATE,
        DELETE
    }

    /**
     * What must come of something done to a row.
     *
     * @param moves the columns whose values must be greater afterwards
     * @param adds how many rows each table must have more
     */
    record Expected(QualifiedName table, Event event, Set<String> moves, Map<QualifiedName, Integer> adds) {

        /** Copies the collections. */
        public Expected {
            moves = Set.copyOf(moves);
            adds = Map.copyOf(adds);
        }
    }

    /**
     * What came of it.
     *
     * @param role as whom it was done
     * @param untried why it could not be done; empty if it was
     * @param forbidden whether the role may not
     * @param help what would help; empty for nothing
     * @param moved what became of each column
     * @param added how many rows each table has more
     * @param without the same, with the table's triggers disabled
     */
    record Fired(
            Expected expected,
            String role,
            String untried,
            boolean forbidden,
            String help,
            Map<String, Moved> moved,
            Map<QualifiedName, Long> added,
            @Nullable Fired without) {

        /** Copies the maps. */
        public Fired {
            moved = Map.copyOf(moved);
            added = Map.copyOf(added);
        }
    }

    /** What became of a column's value. */
    enum Moved {
        /** It is greater. */
        ON,
        /** It is less, or of a type that has no order and other. */
        OTHERWISE,
        /** It is what it was. */
        NOT
    }
}
