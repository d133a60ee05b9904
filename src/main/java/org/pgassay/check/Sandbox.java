package org.pgassay.check;

/**
 * Experiments with rows on clones of the migrated database, which itself stays as it is. Each is held when it is first
 * asked for, and once. Experiments of different kinds may be held by different threads at the same time.
 *
 * <p>All throw {@link UntriedException} where an experiment cannot be held, with the reason.
 */
public interface Sandbox {

    /** What tables do with rows: take them, refuse them, delete them along with others. */
    RowTrials rows();

    /** Attempts to change rows that must not change. */
    Attacks attacks();

    /** Attempts to get at another tenant's rows. */
    Isolation isolation();

    /** Several connections that work on the same rows. */
    Contention contention();

    /** What PostgreSQL plans to do with queries, at sizes that the database does not have. */
    QueryPlans plans();
}
