package org.pgassay.migration;

import java.sql.Connection;
import java.sql.SQLException;

/** The database that migrations are applied to, as the role that is to own what they make. */
public interface Target {

    /**
     * Opens a connection in autocommit mode; the caller closes it.
     *
     * @throws SQLException if the server cannot be reached or refuses
     */
    Connection open() throws SQLException;

    /** How a tool in a process of its own logs in. */
    Login login();

    /**
     * Is told by a runner that applies revisions one by one itself, before each; a tool with a version table need not.
     *
     * @throws SQLException if the server cannot be reached
     */
    default void begins(Revision revision) throws SQLException {}
}
