package org.pgassay.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.spec.Location;

/** Seed data: put into a copy of the migrated database, or as it stands in a database that is only read. */
public interface Seeding {

    /**
     * What came of running the seeds in a fresh copy of the migrated database.
     *
     * @throws UntriedException if they cannot be run
     */
    Ran ran();

    /**
     * What came of running them a second time in such a copy.
     *
     * @throws UntriedException if they cannot be run, or did not come to their end the first time
     */
    Again again();

    /**
     * The answer to a query over the rows after the seeds have run once, in a transaction that may not write.
     *
     * @throws UntriedException if they did not come to their end
     */
    Answer read(String query);

    /** The role that reads. */
    String reader();

    /** When the rows are looked at, as the end of a sentence. */
    String when();

    /** The tables that hold rows then; none if nothing was asked of the seeds, or they did not come to their end. */
    List<Filled> filled();

    /**
     * A run of all steps.
     *
     * @param role as which
     * @param done the steps that came to their end, in their order
     * @param failure why the next one did not; null if all did
     * @param tables the tables whose rows are others than the migrations left there
     */
    record Ran(String role, List<Done> done, @Nullable Failure failure, List<QualifiedName> tables) {

        /** Copies the lists. */
        public Ran {
            done = List.copyOf(done);
            tables = List.copyOf(tables);
        }
    }

    /**
     * A step that came to its end.
     *
     * @param count how many statements or rows its file has; negative where that is not known
     */
    record Done(SeedPlan.Step step, int count) {}

    /**
     * A step that did not.
     *
     * @param at what is at fault: a place in a file
     * @param message without the values of any row
     */
    record Failure(SeedPlan.Step step, Location at, String message) {}

    /**
     * A second run.
     *
     * @param failure why it did not come to its end; null if it did
     * @param changes the tables that it changed
     * @param tables how many held rows before it
     * @param rows how many they held
     */
    record Again(String role, @Nullable Failure failure, List<Change> changes, int tables, long rows) {

        /** Copies the list. */
        public Again {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A table whose rows a second run has changed.
     *
     * @param before how many rows it had
     * @param after how many it has
     * @param columns those whose values are others; none where the same values stand in other rows
     */
    record Change(QualifiedName table, long before, long after, List<String> columns) {

        /** Copies the list. */
        public Change {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A table that holds rows.
     *
     * @param digest of its rows, in whatever order; null where no column could be told to be the same in every run
     * @param varying the columns that hold something else in every run, such as the time: they are left out of the digest
     */
    record Filled(QualifiedName table, long rows, @Nullable String digest, List<String> varying) {

        /** Copies the list. */
        public Filled {
            varying = List.copyOf(varying);
        }
    }

    /** What came of a query. */
    sealed interface Answer {}

    /**
     * Rows, their values as text.
     *
     * @param columns how many
     */
    record Rows(int columns, List<List<@Nullable String>> rows) implements Answer {

        /** Copies the list. */
        public Rows {
            rows = List.copyOf(rows);
        }

        /** The number that a query for one gives. */
        public long number() {
            String value = rows.get(0).get(0);
            if (value == null) {
                throw new IllegalStateException("a number was asked for, and the answer is null");
            }
            return Long.parseLong(value);
        }
    }

    /**
     * PostgreSQL refuses it.
     *
     * @param forbidden whether the role that reads lacks a privilege, or row security would hide rows from it
     */
    record Refused(boolean forbidden, String message) implements Answer {}
}
