package org.pgassay.migration.log;

import java.util.Arrays;
import java.util.Optional;

/** The modes of locks on tables, the weakest first (PostgreSQL's manual, "Table-Level Locks"). */
public enum LockMode {
    ACCESS_SHARE("AccessShareLock", "nothing but what drops, rewrites or alters the table waits"),
    ROW_SHARE("RowShareLock", "nothing but what drops, rewrites or alters the table waits"),
    ROW_EXCLUSIVE("RowExclusiveLock", "index builds and changes of the table wait"),
    SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock", "reads and writes go on"),
    SHARE("ShareLock", "every write waits"),
    SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock", "every write waits"),
    EXCLUSIVE("ExclusiveLock", "every write waits, and SELECT FOR UPDATE too"),
    ACCESS_EXCLUSIVE("AccessExclusiveLock", "every read and every write waits");

    private final String word;
    private final String effect;

    LockMode(String word, String effect) {
        this.word = word;
        this.effect = effect;
    }

    /** The mode as {@code pg_locks} writes it, such as {@code AccessExclusiveLock}. */
    public String word() {
        return word;
    }

    /** What it means for others who use the table. */
    public String effect() {
        return effect;
    }

    /** Whether it is stronger than another one. */
    public boolean exceeds(LockMode other) {
        return compareTo(other) > 0;
    }

    /** The mode of that name, if there is one; {@code SIReadLock} is no mode of a table's. */
    public static Optional<LockMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
    }
}
