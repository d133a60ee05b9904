package org.pgassay.migration.liquibase;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pgassay.migration.AppliedRevisions;
import org.pgassay.migration.KeepsHistory;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.Target;
import org.pgassay.migration.ToolUnavailableException;
import org.pgassay.migration.liquibase.LiquibaseCalls.Comparison;

/**
 * A changelog where there is no Liquibase: it can be read and compared with a database that has it, but not applied.
 */
public final class StatedChangelog implements MigrationRunner, KeepsHistory {

    private final RevisionGraph graph;
    private final List<StatedChangeSet> all;
    private final ToolUnavailableException missing;

    /**
     * A changelog that is read only.
     *
     * @param file the root changelog
     * @param missing why it cannot be applied
     */
    public StatedChangelog(Path file, ToolUnavailableException missing) throws IOException {
        Path parent = file.getParent();
        this.graph = LiquibaseFiles.read(file);
        this.all = LiquibaseFiles.listing(
                parent == null ? Path.of("") : parent, file.getFileName().toString());
        this.missing = missing;
    }

    @Override
    public String description() {
        return "Liquibase, which is not here";
    }

    @Override
    public RevisionGraph graph() {
        return graph;
    }

    @Override
    public boolean stepwise() {
        return false;
    }

    @Override
    public MigrationRun upgrade(Target target, List<Revision> revisions) {
        throw missing;
    }

    @Override
    public MigrationRun downgrade(Target target, List<Revision> revisions) {
        throw missing;
    }

    @Override
    public AppliedRevisions history(Connection connection, List<String> schemas) throws SQLException {
        return LiquibaseHistory.read(connection, graph, "databasechangelog", schemas, written -> {
            Map<String, Comparison> unknown = new HashMap<>();
            all.forEach(set -> unknown.put(set.id(), Comparison.UNKNOWN));
            return unknown;
        });
    }
}
