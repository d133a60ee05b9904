package org.pgassay.ddl;

/** What sorts of piece a schema is made of, in the order in which one makes them where nothing else demands another. */
enum Sort {
    SCHEMA,
    EXTENSION,
    /** What stands for a type until its functions are there. */
    SHELL,
    WRAPPER,
    SERVER,
    COLLATION,
    TYPE,
    SEQUENCE,
    FUNCTION,
    OTHER,
    TABLE,
    COLUMN,
    DEFAULT,
    /** The column that owns a sequence. */
    OWNED,
    CHECK,
    /** A table made by itself becomes a partition. */
    PARTITION,
    /** A primary key, a unique or an exclusion constraint. */
    KEY,
    INDEX,
    /** A partition's index becomes a part of its parent's. */
    INDEX_PARTITION,
    FOREIGN_KEY,
    VIEW,
    /** What is set of a table, a column, an index or a view by a statement of its own. */
    SETTING,
    TRIGGER,
    TRIGGER_STATE,
    RULE,
    POLICY,
    STATISTICS,
    PUBLICATION,
    GRANT,
    COMMENT,
    DEFAULT_PRIVILEGES,
    /** Last, so that it does not fire at what is made here. */
    EVENT_TRIGGER,
    NOTE
}
