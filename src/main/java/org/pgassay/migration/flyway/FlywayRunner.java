package org.pgassay.migration.flyway;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.migration.AppliedRevisions;
import org.pgassay.migration.KeepsHistory;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.SqlRunner;
import org.pgassay.migration.Target;
import org.pgassay.migration.TargetDataSource;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Statements;

/**
 * Runs Flyway itself. What it applied is read from its history table.
 *
 * <p>Undoing is not in the Flyway that is free: the file {@code U2__….sql} is run as SQL, and its version taken out of the
 * history, so that Flyway would apply it again.
 */
public final class FlywayRunner implements MigrationRunner, KeepsHistory {

    private static final int SHOWN = 400;

    private static final Pattern SQL_STATE = Pattern.compile("(?m)^SQL State *: *(\\S+)$");
    private static final Pattern MESSAGE = Pattern.compile("(?ms)^Message *: *(.*?)\\n(?=Location *:)");
    private static final Pattern LOCATION = Pattern.compile("(?m)^Location *: *(.*?)(?: \\(.*\\))?$");
    private static final Pattern LINE = Pattern.compile("(?m)^Line *: *([0-9]+)$");

    private final RevisionGraph graph;
    private final Path folder;
    private final Map<String, String> settings;
    private final Charset encoding;

    /**
     * A runner over a folder.
     *
     * @param settings Flyway's own, without {@code flyway.}
     * @throws MigrationException if one of them is pgAssay's affair
     * @throws IOException if the folder cannot be read
     */
    public FlywayRunner(Path folder, Map<String, String> settings) throws IOException {
        this.graph = FlywayFolder.read(folder);
        this.folder = folder;
        this.settings = Map.copyOf(settings);
        for (String own : List.of("url", "user", "password", "locations", "target", "sqlMigrationPrefix")) {
            if (settings.containsKey(own)) {
                throw new MigrationException("Flyway's setting '" + own + "' is made by pgAssay. Leave it out.");
            }
        }
        this.encoding = encoding(settings.getOrDefault("encoding", "UTF-8"));
    }

    @Override
    public String description() {
        String version = Flyway.class.getPackage().getImplementationVersion();
        return version == null ? "Flyway" : "Flyway " + version;
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
        if (revisions.isEmpty()) {
            return new MigrationRun(List.of());
        }
        MigrationRun.@Nullable Failure failure = null;
        Set<String> applied = new HashSet<>();
        try {
            Flyway flyway = flyway(target, revisions);
            try {
                flyway.migrate();
            } catch (FlywayException e) {
                failure = failure(revisions, e);
            }
            applied.addAll(applied(flyway));
        } catch (FlywayException e) {
            failure = failure == null ? failure(revisions, e) : failure;
        }
        return run(revisions, applied, failure);
    }

    private static MigrationRun run(
            List<Revision> revisions, Set<String> applied, MigrationRun.@Nullable Failure failure) {
        List<MigrationRun.Step> steps = new ArrayList<>();
        boolean failed = false;
        for (Revision revision : revisions) {
            boolean last = revision.equals(revisions.get(revisions.size() - 1));
            boolean done = applied.contains(revision.id()) && !(failure != null && !failed && last);
            if (done) {
                steps.add(new MigrationRun.Step(revision, MigrationRun.State.APPLIED, statements(revision), null));
            } else if (failed) {
                steps.add(new MigrationRun.Step(revision, MigrationRun.State.PENDING, 0, null));
            } else {
                failed = true;
                steps.add(new MigrationRun.Step(
                        revision, MigrationRun.State.FAILED, 0, failure == null ? notApplied(revision) : failure));
            }
        }
        return new MigrationRun(steps);
    }

    private static MigrationRun.Failure notApplied(Revision revision) {
        return new MigrationRun.Failure(
                revision.file().toString(),
                1,
                0,
                "",
                "Flyway ended without an error, but its history does not have this revision. See that its settings do not"
                        + " leave it out");
    }

    /** How many statements the file has, as far as they can be told apart. */
    private static int statements(Revision revision) {
        try {
            return Statements.of(SqlRunner.text(revision.file())).size();
        } catch (SqlSyntaxException | CharacterCodingException e) {
            // Flyway has run it: it is its affair how it reads it, in which encoding.
            return MigrationRun.Step.UNKNOWN;
        } catch (IOException e) {
            throw new MigrationException("the file " + revision.file() + " is gone: " + e.getMessage());
        }
    }

    private Flyway flyway(Target target, List<Revision> revisions) {
        Map<String, String> given = new HashMap<>();
        settings.forEach((name, value) -> given.put("flyway." + name, value));
        FluentConfiguration configuration = Flyway.configure(FlywayRunner.class.getClassLoader())
                .configuration(given)
                .dataSource(new TargetDataSource(target))
                .locations("filesystem:" + folder.toAbsolutePath());
        // Flyway's own lock is held by a transaction, which CREATE INDEX CONCURRENTLY would wait for for ever.
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        boolean all = revisions.contains(graph.revisions().get(graph.revisions().size() - 1));
        if (!all) {
            // Repeatable ones come last, and Flyway would run them each time.
            configuration.repeatableSqlMigrationPrefix("not-yet").ignoreMigrationPatterns("repeatable:*");
            configuration.target(revisions.get(revisions.size() - 1).id());
        }
        return configuration.load();
    }

    private static Set<String> applied(Flyway flyway) {
        Set<String> applied = new HashSet<>();
        for (MigrationInfo info : flyway.info().applied()) {
            if (info.getState().isApplied() && !info.getState().isFailed()) {
                applied.add(
                        info.isVersioned() && info.getVersion() != null
                                ? info.getVersion().toString()
                                : "R__" + info.getDescription().replace(' ', '_'));
            }
        }
        return applied;
    }

    private MigrationRun.Failure failure(List<Revision> revisions, FlywayException e) {
        String text = String.valueOf(e.getMessage());
        String file = group(LOCATION, text, folder.toString());
        Path at = revisions.stream()
                .map(Revision::file)
                .filter(each -> file.endsWith(each.getFileName().toString()))
                .findFirst()
                .orElse(folder);
        String sql = statement(e);
        String message = group(MESSAGE, text, "").strip();
        return new MigrationRun.Failure(
                at.toString(),
                Integer.parseInt(group(LINE, text, "1")),
                0,
                sql.length() <= SHOWN ? sql : sql.substring(0, SHOWN) + " …",
                message.isEmpty() ? oneLine(text) : worded(message, group(SQL_STATE, text, "")));
    }

    /** Its message hides the statement. */
    private static String statement(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof FlywaySqlScriptException script && script.getStatement() != null) {
                return script.getStatement().strip();
            }
        }
        return "";
    }

    private static String worded(String message, String state) {
        String line = oneLine(message);
        return state.isEmpty() || !line.startsWith("ERROR: ")
                ? line
                : "ERROR " + state + ": " + line.substring("ERROR: ".length());
    }

    private static String oneLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("-+"))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    private static String group(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : otherwise;
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

    private MigrationRun.Step undone(Target target, Revision revision) throws SQLException {
        Path down = revision.down();
        if (down == null) {
            String missing = revision.id().startsWith("R__")
                    ? "nothing undoes a repeatable migration"
                    : "no file undoes it: there is no U" + revision.id() + "__….sql";
            return new MigrationRun.Step(
                    revision,
                    MigrationRun.State.FAILED,
                    0,
                    new MigrationRun.Failure(revision.file().toString(), 1, 0, "", missing));
        }
        MigrationRun.Step step;
        try (Connection connection = target.open()) {
            step = new SqlRunner(connection).run(revision, down);
        }
        if (step.state() == MigrationRun.State.APPLIED) {
            forget(target, revision);
        }
        return step;
    }

    private void forget(Target target, Revision revision) throws SQLException {
        try (Connection connection = target.open();
                PreparedStatement statement =
                        connection.prepareStatement("delete from " + table() + " where version = ?")) {
            statement.setString(1, revision.id());
            statement.executeUpdate();
        }
    }

    /** The history table's name, quoted. */
    private String table() {
        String table = settings.getOrDefault("table", "flyway_schema_history");
        String schema = settings.getOrDefault("defaultSchema", settings.getOrDefault("schemas", ""));
        return schema.isEmpty()
                ? Identifiers.quote(table)
                : Identifiers.quote(schema.split(",", 2)[0].strip()) + "." + Identifiers.quote(table);
    }

    @Override
    public AppliedRevisions history(Connection connection, List<String> schemas) throws SQLException {
        return FlywayHistory.read(connection, graph, table(), schemas, encoding);
    }

    private static Charset encoding(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new MigrationException("Flyway's setting 'encoding' names no encoding: " + name + ". Correct it.");
        }
    }
}
