package org.pgassay.verify;

import java.nio.file.Path;
import org.pgassay.generate.LiveChange;

/** Writes a spec of what migrations make: what {@code pgassay init} does. */
interface SpecWriter {

    /**
     * Writes a spec into the folder that the migrations folder is in.
     *
     * @param migrations the folder with the SQL files
     * @param major the version of PostgreSQL to read the schema from
     * @return the spec's file
     */
    Path write(Path migrations, int major) throws Exception;

    /** Whether a spec that it writes can notice a change of that kind. */
    boolean covers(LiveChange change);

    /** The newest version of PostgreSQL all of whose kinds of tables and their parts it can write down. */
    int newest();
}
