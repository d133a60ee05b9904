package org.pgassay.check;

/** Something that a check consults, and that a run may not have. */
public enum Need {
    /** The server's version and extensions. */
    SERVER,
    /** The revisions, whether they were run or not. */
    MIGRATIONS,
    /** The revisions as their files state them: not to be had where no files are named. */
    REVISION_GRAPH,
    /** What the database says of the revisions that it has: not to be had where the tool does not write that down. */
    APPLIED_REVISIONS,
    /** What the database says of the revisions, if it says anything. */
    RECORDED_REVISIONS,
    /** What became of the migrations: not to be had of a database that is read as it stands. */
    MIGRATION_RUN,
    /** Experiments with the revisions on databases of their own. */
    REHEARSALS,
    /** Experiments with rows on clones of the migrated database: not to be had of one that is read as it stands. */
    SANDBOX,
    /** Plans of queries. */
    PLANS,
    /** The values that rows hold. */
    STORED_VALUES,
    /** Seed data: of a database that is read as it stands, what stands there. */
    SEEDS,
    /** What the migrations did, as the database recorded it. */
    HISTORY,
    /** The catalog of the migrated database. */
    CATALOG,
    /** The catalog that the spec asks for. */
    BLUEPRINT,
    /** Another schema that the migrated one is compared with. */
    COUNTERPART,
    /** What the checks found that do not need this themselves. */
    FINDINGS,
    /** The day of the run. */
    TODAY
}
