package org.pgassay.ddl;

/** What becomes of a piece between two catalogs. */
enum Fate {
    KEPT,
    ADDED,
    DROPPED,
    /** It stays, and is altered. */
    CHANGED,
    /** It is dropped and made again. */
    REMADE;

    boolean goes() {
        return this == DROPPED || this == REMADE;
    }

    boolean comes() {
        return this == ADDED || this == REMADE;
    }
}
