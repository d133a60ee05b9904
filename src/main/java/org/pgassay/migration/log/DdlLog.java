package org.pgassay.migration.log;

import java.util.List;

/**
 * What a database recorded while migrations ran on it, in the order it happened. What was rolled back did not happen, and
 * is not in it.
 *
 * @param gap why it is missing, or cannot be whole; empty for a whole log
 */
public record DdlLog(String gap, List<Entry> entries, List<Held> held, List<Scanned> scanned) {

    /** Copies the lists. */
    public DdlLog {
        entries = List.copyOf(entries);
        held = List.copyOf(held);
        scanned = List.copyOf(scanned);
    }

    /** No log, and why. */
    public static DdlLog missing(String reason) {
        return new DdlLog(reason, List.of(), List.of(), List.of());
    }

    /** What an entry is about. */
    public enum Event {
        /** A table or materialized view that was there before; its sequence is 0, as that of its parts. */
        BEFORE,
        /** A command of DDL and one object that it made or changed, if it did any. */
        COMMAND,
        /** An object that a command dropped. */
        DROP,
        /** A table that a command rewrites. */
        REWRITE,
        /** A statement that inserts, updates or deletes rows of a table, or empties it. */
        ROWS,
        /** A column, constraint or index of a table that is seen for the first time. */
        PART,
        /** A revision begins, as its runner says. */
        MARK,
        /** A row of a version table changed. */
        VERSION
    }

    /**
     * One thing that happened.
     *
     * @param sequence orders the entries; the parts of a command's object share one
     * @param transaction the server's number of it
     * @param tag the command tag, or the operation on rows
     * @param type of the object, as PostgreSQL calls it, such as {@code table}; empty for none
     * @param object its number in the catalog; 0 for none
     * @param part a column's number; 0 for a whole object
     * @param parent the table of a part; 0 otherwise
     * @param schema the object's; empty for none
     * @param identity the object as PostgreSQL writes it; a part's own name; the id of a revision that begins
     * @param query what the client sent, cut; it may hold several statements
     * @param detail {@code extension}, {@code several transactions}, {@code named}, or a row of a version table as JSON
     */
    public record Entry(
            long sequence,
            long transaction,
            Event event,
            String tag,
            String type,
            long object,
            int part,
            long parent,
            String schema,
            String identity,
            String query,
            String detail) {}

    /**
     * A lock that was first seen with an entry, on a table that was there before the transaction.
     *
     * @param table the table's number; likewise below
     * @param identity the table as PostgreSQL writes it
     */
    public record Held(long sequence, long transaction, long table, String identity, LockMode mode) {}

    /** A table that the command of an entry read as a whole; it was there before the transaction. */
    public record Scanned(long sequence, long table, String identity) {}
}
