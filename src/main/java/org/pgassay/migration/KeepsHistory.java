package org.pgassay.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A tool that writes down in the database, with checksums, which revisions it has applied. */
public interface KeepsHistory {

    /**
     * What a database has of the revisions. Nothing is written.
     *
     * @param schemas where the tool's table is looked for, if the {@code search_path} does not lead to it
     * @throws SQLException if the connection is lost, or the table is none of the tool's
     */
    AppliedRevisions history(Connection connection, List<String> schemas) throws SQLException;
}
