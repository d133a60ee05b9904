package org.pgassay.migration.liquibase;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

/**
 * What is asked of Liquibase, without any of its types: whoever implements this may be in a class loader of its own.
 *
 * <p>What goes wrong is thrown as Liquibase throws it. It is public because the two class loaders' packages are not one.
 */
public interface LiquibaseCalls {

    /**
     * A changelog and how it is to be read.
     *
     * @param settings contexts, labels, and parameters of the changelog; names that begin with {@code liquibase.} are
     *     Liquibase's own
     */
    record Changelog(Path root, String file, Map<String, String> settings) {}

    /** A change set: its identity as Liquibase writes it, its file below the root, and whether it can be undone. */
    record ChangeSet(String id, String file, String title, int changes, boolean undoable) {}

    /** Liquibase's version. */
    String version();

    /** The change sets that are for PostgreSQL and for the contexts and labels, in their order. */
    List<ChangeSet> changeSets(Changelog changelog) throws Exception;

    /** How a change set compares with the checksum that was written down of it. */
    enum Comparison {
        SAME,
        EDITED,
        /** It has changed, and is of those that run again then, so it is pending. */
        AGAIN,
        /** That cannot be told. */
        UNKNOWN
    }

    /**
     * How all change sets of the changelog, whatever they are for, compare with what was written down.
     *
     * @param written checksums by id; empty where there is none
     * @return a comparison for each id in the changelog
     */
    Map<String, Comparison> compare(Changelog changelog, Map<String, String> written) throws Exception;

    /** Applies the next change sets. */
    void update(Changelog changelog, Connection connection, int count) throws Exception;

    /** Undoes the last change sets. */
    void rollback(Changelog changelog, Connection connection, int count) throws Exception;

    /** The identities of the change sets that are written down as run, in the order of their running. */
    List<String> applied(Changelog changelog, Connection connection) throws Exception;
}
