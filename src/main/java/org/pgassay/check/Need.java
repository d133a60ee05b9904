package org.pgassay.check;

/** Something that a check consults, and that a run may not have. */
public enum Need {
    /** The server's version and extensions. */
    SERVER,
    /** What became of the migrations. */
    MIGRATIONS,
    /** The catalog of the migrated database. */
    CATALOG,
    /** The catalog that the spec asks for. */
    BLUEPRINT
}
