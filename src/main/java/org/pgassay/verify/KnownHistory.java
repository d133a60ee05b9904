package org.pgassay.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.migration.AppliedRevisions;
import org.pgassay.migration.KeepsHistory;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.RevisionLock;
import org.pgassay.migration.alembic.AlembicHistory;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.spec.SpecException;

/** What is known of revisions beside their files: what was locked, and what a database has. */
final class KnownHistory {

    private KnownHistory() {}

    /**
     * The lock beside the migrations, if there is one.
     *
     * @throws SpecException if it cannot be read
     */
    static Optional<RevisionLock> lock(Spec spec) {
        SourceText path = spec.migrations().path();
        if (path == null) {
            return Optional.empty();
        }
        Path parent = spec.file().getParent();
        Path at = parent == null ? Path.of(path.text()) : parent.resolve(path.text());
        try {
            return RevisionLock.in(Files.isDirectory(at) ? at : at.resolveSibling(""));
        } catch (MigrationException e) {
            throw problem(spec, path, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw problem(spec, path, "the file " + RevisionLock.NAME + " cannot be read: " + e.getMessage());
        }
    }

    private static SpecException problem(Spec spec, SourceText at, String message) {
        return new SpecException(List.of(new Problem(at.location(), message)), spec.sources());
    }

    /**
     * What the database has of the revisions; nothing where the tool does not write that down.
     *
     * @throws SQLException if the connection is lost, or the version table is not what it should be
     */
    static Optional<AppliedRevisions> applied(Spec spec, Subject subject, Connection connection) throws SQLException {
        Optional<MigrationRunner> runner = subject.runner();
        if (runner.isEmpty()) {
            return Optional.empty();
        }
        RevisionGraph graph = runner.get().graph();
        return switch (spec.migrations().runner()) {
            case ALEMBIC -> {
                SourceText table = spec.migrations().versionTable();
                yield Optional.of(AlembicHistory.read(
                        connection, graph, table == null ? "alembic_version" : table.text(), spec.schemas()));
            }
            case SQL, COMMAND, FLYWAY, LIQUIBASE ->
                runner.get() instanceof KeepsHistory tool && !subject.migrated()
                        ? Optional.of(tool.history(connection, spec.schemas()))
                        : subject.migrated() ? Optional.of(byThisRun(subject)) : Optional.empty();
            case NONE -> Optional.empty();
        };
    }

    private static AppliedRevisions byThisRun(Subject subject) {
        Set<String> ids = subject.run().steps().stream()
                .filter(step -> step.state() == MigrationRun.State.APPLIED)
                .map(step -> step.revision().id())
                .collect(Collectors.toSet());
        return new AppliedRevisions("by this run", ids, Set.of());
    }
}
