package org.pgassay.migration.liquibase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.AppliedRevisions;
import org.pgassay.migration.KeepsHistory;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.Target;
import org.pgassay.migration.ToolUnavailableException;
import org.pgassay.migration.liquibase.LiquibaseCalls.ChangeSet;
import org.pgassay.migration.liquibase.LiquibaseCalls.Changelog;
import org.pgassay.migration.liquibase.LiquibaseCalls.Comparison;

/**
 * Runs the user's own Liquibase within this process. What it applied is read from its {@code databasechangelog}.
 *
 * <p>A change set is a revision; its id is written as Liquibase writes it, {@code file::id::author}.
 */
public final class LiquibaseRunner implements MigrationRunner, KeepsHistory {

    private static final int SHOWN = 400;

    private static final Pattern FAILED_SQL = Pattern.compile("(?s)\\[Failed SQL: (?:\\([0-9]+\\) )?(.*)\\]");

    private static final Pattern FAILED_SET = Pattern.compile("(?i)change ?set ([^\\n]+::[^\\n]+::[^:\\n]+):");

    private final LiquibaseCalls liquibase;
    private final Changelog changelog;
    private final RevisionGraph graph;
    private final Map<String, ChangeSet> sets = new HashMap<>();

    /**
     * A runner of a changelog.
     *
     * @param file the root changelog; the files that it includes are looked for from the folder that it stands in
     * @param settings contexts, labels, parameters, and Liquibase's own
     * @param jars those of Liquibase; empty for the class path
     * @throws MigrationException if the changelog cannot be read
     * @throws ToolUnavailableException if there is no Liquibase
     * @throws IOException if a jar cannot be read
     */
    public LiquibaseRunner(Path file, Map<String, String> settings, List<Path> jars) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        Path root = parent == null ? absolute : parent;
        this.liquibase = Libraries.calls(jars);
        this.changelog = new Changelog(root, absolute.getFileName().toString(), Map.copyOf(settings));
        Path shown = file.toAbsolutePath().equals(absolute) && file.getParent() != null ? file.getParent() : root;
        Map<String, StatedChangeSet> stated = stated(root, changelog.file());
        List<Revision> revisions = new ArrayList<>();
        for (ChangeSet each : read()) {
            sets.put(each.id(), each);
            Path in = shown.resolve(each.file());
            Path at = Files.isRegularFile(in) ? in : file;
            StatedChangeSet own = stated.get(each.id());
            revisions.add(new Revision(
                    each.id(),
                    at,
                    own == null ? 1 : own.line(),
                    each.undoable() ? at : null,
                    List.of(),
                    List.of(),
                    List.of(),
                    each.title(),
                    own == null ? "" : own.checksum()));
        }
        if (revisions.isEmpty()) {
            throw new MigrationException(
                    "the changelog " + file + " holds no change set for PostgreSQL and these contexts"
                            + " and labels, so there is nothing to apply.");
        }
        this.graph = RevisionGraph.linear(revisions);
    }

    /** Lines and checksums, which Liquibase does not tell; none of a changelog that only Liquibase can read. */
    private static Map<String, StatedChangeSet> stated(Path root, String file) throws IOException {
        Map<String, StatedChangeSet> stated = new HashMap<>();
        try {
            LiquibaseFiles.listing(root, file).forEach(each -> stated.putIfAbsent(each.id(), each));
        } catch (MigrationException e) {
            return Map.of();
        }
        return stated;
    }

    // Liquibase throws whatever its parsers do.
    @SuppressWarnings("CatchingUnchecked")
    private List<ChangeSet> read() {
        try {
            return liquibase.changeSets(changelog);
        } catch (Exception e) {
            throw new MigrationException("Liquibase cannot read the changelog " + changelog.file() + ": " + reason(e));
        }
    }

    @Override
    public String description() {
        return liquibase.version();
    }

    @Override
    public RevisionGraph graph() {
        return graph;
    }

    @Override
    public boolean stepwise() {
        return true;
    }

    // Liquibase throws whatever its changes do.
    @Override
    @SuppressWarnings("CatchingUnchecked")
    public MigrationRun upgrade(Target target, List<Revision> revisions) throws SQLException {
        if (revisions.isEmpty()) {
            return new MigrationRun(List.of());
        }
        Exception thrown = null;
        try (Connection connection = target.open()) {
            liquibase.update(changelog, connection, revisions.size());
        } catch (Exception e) {
            thrown = e;
        }
        List<String> applied = applied(target);
        List<MigrationRun.Step> steps = new ArrayList<>();
        boolean failed = false;
        for (Revision revision : revisions) {
            if (applied.contains(revision.id())) {
                steps.add(new MigrationRun.Step(revision, MigrationRun.State.APPLIED, statements(revision), null));
            } else if (failed) {
                steps.add(new MigrationRun.Step(revision, MigrationRun.State.PENDING, 0, null));
            } else {
                failed = true;
                steps.add(failed(revision, thrown, "applied"));
            }
        }
        if (!failed && thrown != null) {
            Revision last = revisions.get(revisions.size() - 1);
            steps.set(steps.size() - 1, failed(last, thrown, "applied"));
        }
        return new MigrationRun(steps);
    }

    /** A change set without a change does nothing; how many statements a change is, Liquibase does not tell. */
    private int statements(Revision revision) {
        ChangeSet set = sets.get(revision.id());
        return set != null && set.changes() == 0 ? 0 : MigrationRun.Step.UNKNOWN;
    }

    // Liquibase throws whatever its changes do.
    @Override
    @SuppressWarnings("CatchingUnchecked")
    public MigrationRun downgrade(Target target, List<Revision> revisions) throws SQLException {
        List<MigrationRun.Step> steps = new ArrayList<>();
        boolean failed = false;
        for (Revision revision : revisions) {
            if (failed) {
                steps.add(new MigrationRun.Step(revision, MigrationRun.State.PENDING, 0, null));
                continue;
            }
            MigrationRun.Step step = undone(target, revision);
            failed = step.state() != MigrationRun.State.APPLIED;
            steps.add(step);
        }
        return new MigrationRun(steps);
    }

    // Liquibase throws whatever its changes do.
    @SuppressWarnings("CatchingUnchecked")
    private MigrationRun.Step undone(Target target, Revision revision) throws SQLException {
        List<String> before = applied(target);
        if (before.isEmpty() || !before.get(before.size() - 1).equals(revision.id())) {
            return failed(
                    revision,
                    "Liquibase undoes change sets in the order in which they ran, and this one is not the last that ran");
        }
        Exception thrown = null;
        try (Connection connection = target.open()) {
            liquibase.rollback(changelog, connection, 1);
        } catch (Exception e) {
            thrown = e;
        }
        return thrown != null || applied(target).contains(revision.id())
                ? failed(revision, thrown, "undone")
                : new MigrationRun.Step(revision, MigrationRun.State.APPLIED, MigrationRun.Step.UNKNOWN, null);
    }

    // Liquibase wraps what the driver throws.
    @SuppressWarnings("CatchingUnchecked")
    private List<String> applied(Target target) throws SQLException {
        try (Connection connection = target.open()) {
            return liquibase.applied(changelog, connection);
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException("Liquibase cannot read its table databasechangelog: " + reason(e), e);
        }
    }

    @Override
    public AppliedRevisions history(Connection connection, List<String> schemas) throws SQLException {
        return LiquibaseHistory.read(connection, graph, table(), schemas, this::compared);
    }

    private String table() {
        String name = changelog.settings().getOrDefault("liquibase.databaseChangelogTableName", "databasechangelog");
        String schema = changelog.settings().getOrDefault("liquibase.liquibaseSchemaName", "");
        return (schema.isEmpty() ? name : schema + "." + name).toLowerCase(Locale.ROOT);
    }

    // Liquibase throws whatever its parsers do.
    @SuppressWarnings("CatchingUnchecked")
    private Map<String, Comparison> compared(Map<String, String> written) {
        try {
            return liquibase.compare(changelog, written);
        } catch (Exception e) {
            throw new MigrationException(
                    "Liquibase cannot compute the checksums of " + changelog.file() + ": " + reason(e));
        }
    }

    private static MigrationRun.Step failed(Revision revision, @Nullable Exception thrown, String done) {
        if (thrown == null) {
            return failed(
                    revision,
                    "Liquibase ended without an error, but its databasechangelog does not say that it is " + done);
        }
        String text = text(thrown);
        Matcher sql = FAILED_SQL.matcher(text);
        String statement = sql.find() ? sql.group(1).strip() : "";
        Matcher set = FAILED_SET.matcher(text);
        String other = set.find() && !set.group(1).strip().equals(revision.id())
                ? set.group(1).strip() + ": "
                : "";
        return new MigrationRun.Step(
                revision,
                MigrationRun.State.FAILED,
                0,
                new MigrationRun.Failure(
                        revision.file().toString(),
                        revision.line(),
                        0,
                        statement.length() <= SHOWN ? statement : statement.substring(0, SHOWN) + " …",
                        other + reason(thrown)));
    }

    private static MigrationRun.Step failed(Revision revision, String message) {
        return new MigrationRun.Step(
                revision,
                MigrationRun.State.FAILED,
                0,
                new MigrationRun.Failure(revision.file().toString(), revision.line(), 0, "", message));
    }

    private static String text(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }

    /** What PostgreSQL said, where that is the cause; otherwise the innermost words. */
    private static String reason(Throwable thrown) {
        Throwable innermost = thrown;
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                String message = oneLine(String.valueOf(sql.getMessage()));
                return message.startsWith("ERROR: ") && sql.getSQLState() != null
                        ? "ERROR " + sql.getSQLState() + message.substring("ERROR".length())
                        : message;
            }
            innermost = each;
        }
        return innermost.getMessage() == null ? innermost.toString() : oneLine(text(innermost));
    }

    private static String oneLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("Position: "))
                .reduce((first, second) -> first + " " + second)
                .orElse("");
    }
}
