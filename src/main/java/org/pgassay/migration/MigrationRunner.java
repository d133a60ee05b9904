package org.pgassay.migration;

import java.sql.SQLException;
import java.util.List;

/**
 * A tool that applies revisions, and undoes them.
 *
 * <p>It holds nothing of a database: which revisions are applied, the caller knows, and the tool's own version table.
 */
public interface MigrationRunner {

    /** The tool and its version in words, such as {@code Alembic 1.8.1}. */
    String description();

    /** The revisions as their files state them, read without a database. */
    RevisionGraph graph();

    /** Whether it can stop after any revision; otherwise it applies all or nothing. */
    boolean stepwise();

    /**
     * Applies revisions.
     *
     * @param revisions those that are next, in an order in which their parents come first
     * @return a step for each, in that order
     * @throws SQLException only if the connection is lost; an error of a statement or of the tool is a failed step
     */
    MigrationRun upgrade(Target target, List<Revision> revisions) throws SQLException;

    /**
     * Undoes revisions.
     *
     * @param revisions applied ones, in an order in which none comes before those that rest on it
     * @return a step for each, in that order; APPLIED says that it is undone
     * @throws SQLException only if the connection is lost; an error of a statement or of the tool is a failed step
     */
    MigrationRun downgrade(Target target, List<Revision> revisions) throws SQLException;
}
