package org.pgassay.migration;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A folder of SQL files, which are run as psql runs them. */
public final class SqlFiles implements MigrationRunner {

    private final RevisionGraph graph;

    private SqlFiles(RevisionGraph graph) {
        this.graph = graph;
    }

    /**
     * The files of a folder, in natural order.
     *
     * @throws MigrationException if they cannot be put in order
     * @throws IOException if the folder cannot be read
     */
    public static SqlFiles in(Path folder) throws IOException {
        return new SqlFiles(RevisionGraph.linear(SqlFolder.read(folder)));
    }

    @Override
    public String description() {
        return "SQL files";
    }

    @Override
    public RevisionGraph graph() {
        return graph;
    }

    @Override
    public boolean stepwise() {
        return true;
    }

    @Override
    public MigrationRun upgrade(Target target, List<Revision> revisions) throws SQLException {
        try (Connection connection = target.open()) {
            return new SqlRunner(connection, target::begins).apply(revisions);
        }
    }

    @Override
    public MigrationRun downgrade(Target target, List<Revision> revisions) throws SQLException {
        List<MigrationRun.Step> steps = new ArrayList<>();
        boolean failed = false;
        for (Revision revision : revisions) {
            MigrationRun.Step step = failed
                    ? new MigrationRun.Step(revision, MigrationRun.State.PENDING, 0, null)
                    : undone(target, revision);
            failed |= step.state() != MigrationRun.State.APPLIED;
            steps.add(step);
        }
        return new MigrationRun(steps);
    }

    private static MigrationRun.Step undone(Target target, Revision revision) throws SQLException {
        Path down = revision.down();
        if (down == null) {
            String missing = "no file undoes it: there is no " + revision.id() + ".down.sql beside it";
            return new MigrationRun.Step(
                    revision,
                    MigrationRun.State.FAILED,
                    0,
                    new MigrationRun.Failure(revision.file().toString(), 1, 1, "", missing));
        }
        try (Connection connection = target.open()) {
            return new SqlRunner(connection).run(revision, down);
        }
    }
}
