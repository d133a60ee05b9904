package org.pgassay.check;

import java.util.Locale;

/** A way on which someone may try to change rows that must not change; in the order in which a report shows them. */
public enum AttackVector {
    /** A row still goes in: the positive control of all others. */
    INSERT,
    /** UPDATE of each column that may not change. */
    UPDATE,
    /** DELETE, with and without WHERE. */
    DELETE,
    /** TRUNCATE of the table. */
    TRUNCATE,
    /** TRUNCATE … CASCADE of a table that it refers to. */
    TRUNCATE_CASCADE,
    /** DELETE or UPDATE of a row that it refers to, whose foreign key acts on it. */
    PARENT_ACTION,
    /** INSERT … ON CONFLICT DO UPDATE. */
    UPSERT,
    /** MERGE, which PostgreSQL has since version 15. */
    MERGE,
    /** COPY FROM over keys that are there. */
    COPY,
    /** Views and rules that write to it. */
    VIEW,
    /** Functions that write to it with the privileges of their owner. */
    FUNCTION,
    /** Its partitions and children, and its parents, each by its own name. */
    PARTITION,
    /** Partitions that are detached or dropped. */
    DETACH,
    /** Triggers that are switched off. */
    DISABLE_TRIGGER,
    /** A session that says that it replicates, for which ordinary triggers do not fire. */
    REPLICA_ROLE,
    /** The roles that a role may become. */
    SET_ROLE,
    /** Settings that a guard asks for. */
    RETENTION,
    /** What the table's owner can do to the table itself. */
    DDL,
    /** Changes past all guards, which the chain over the rows must show. */
    CHAIN;

    /** The word for it in ids and reports, such as {@code truncate-cascade}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
