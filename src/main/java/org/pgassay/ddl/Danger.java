package org.pgassay.ddl;

/**
 * What a statement may do to a database that is in use.
 *
 * <p>Source: PostgreSQL manual, "ALTER TABLE" (which form scans, rewrites and locks), "Explicit Locking" and "CREATE INDEX".
 */
public enum Danger {
    /** Nothing is lost, and nothing is held up for longer than the change of a catalog takes. */
    ADDITIVE,
    /** It holds a lock that keeps others from reading or writing while it scans or rewrites, or it may be refused by rows. */
    LOCK_RISKY,
    /** Data or an object is lost, or values are changed by a cast. */
    DESTRUCTIVE
}
