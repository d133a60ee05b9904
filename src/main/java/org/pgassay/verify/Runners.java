package org.pgassay.verify;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.SqlFiles;
import org.pgassay.migration.ToolUnavailableException;
import org.pgassay.migration.alembic.AlembicFiles;
import org.pgassay.migration.alembic.AlembicRunner;
import org.pgassay.migration.alembic.AlembicSql;
import org.pgassay.migration.command.CommandRunner;
import org.pgassay.migration.command.ToolSettings;
import org.pgassay.migration.command.Words;
import org.pgassay.migration.flyway.FlywayRunner;
import org.pgassay.migration.liquibase.LiquibaseRunner;
import org.pgassay.migration.liquibase.StatedChangelog;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.spec.SpecException;

/** Makes the tool that a spec names for its migrations. */
final class Runners {

    private static final String OFFLINE = "offline";

    private static final Pattern TIME = Pattern.compile("([0-9]+) ?(ms|s|min|h)");

    private final Spec spec;
    private final Spec.Migrations settings;

    private Runners(Spec spec) {
        this.spec = spec;
        this.settings = spec.migrations();
    }

    /**
     * The tool; nothing for runner {@code none}.
     *
     * @throws SpecException if the migrations cannot be read
     */
    static Optional<MigrationRunner> of(Spec spec) {
        Runners runners = new Runners(spec);
        SourceText path = spec.migrations().path();
        Location at = path == null ? spec.migrations().location() : path.location();
        try {
            return runners.runner();
        } catch (MigrationException e) {
            throw problem(spec, at, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw problem(spec, at, "the migrations cannot be read: " + e.getMessage());
        }
    }

    private static SpecException problem(Spec spec, Location location, String message) {
        return new SpecException(List.of(new Problem(location, message)), spec.sources());
    }

    private Optional<MigrationRunner> runner() throws IOException {
        SourceText path = settings.path();
        if (settings.runner() == Spec.Migrations.Runner.COMMAND) {
            return Optional.of(command(path == null ? beside(".") : beside(path)));
        } else if (path == null) {
            return Optional.empty();
        }
        return switch (settings.runner()) {
            case NONE -> Optional.empty();
            case SQL ->
                Optional.of(
                        settings.stages().isEmpty()
                                ? SqlFiles.in(beside(path))
                                : StagedSpec.runner(settings.stages(), beside(path)));
            case ALEMBIC -> Optional.of(alembic(beside(path)));
            case FLYWAY -> Optional.of(new FlywayRunner(beside(path), settings.settings()));
            case LIQUIBASE -> Optional.of(liquibase(beside(path)));
            case COMMAND -> throw new IllegalStateException("a command is made above");
        };
    }

    private MigrationRunner command(Path folder) {
        return new CommandRunner(
                words(settings.up(), ""),
                settings.down() == null ? List.of() : words(settings.down(), ""),
                tool(folder));
    }

    private MigrationRunner liquibase(Path changelog) throws IOException {
        try {
            List<Path> jars = new ArrayList<>();
            for (SourceText pattern : settings.libraries()) {
                jars.addAll(jars(pattern));
            }
            return new LiquibaseRunner(changelog, settings.settings(), jars);
        } catch (ToolUnavailableException e) {
            if (!settings.settings().isEmpty()) {
                // Which change sets are meant by contexts and labels, only Liquibase can tell.
                throw e;
            }
            return stated(changelog, e);
        }
    }

    /** Without Liquibase it can be read only, if that. */
    private static MigrationRunner stated(Path changelog, ToolUnavailableException missing) throws IOException {
        try {
            return new StatedChangelog(changelog, missing);
        } catch (MigrationException e) {
            // It may be sound: with what is refused here, Liquibase may know what to do.
            missing.addSuppressed(e);
            throw missing;
        }
    }

    private List<Path> jars(SourceText pattern) throws IOException {
        Path path = beside(pattern);
        Path folder = path.toAbsolutePath().getParent();
        Path name = path.getFileName();
        if (folder != null && name != null && Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, name.toString())) {
                List<Path> jars = new ArrayList<>();
                found.forEach(jars::add);
                if (!jars.isEmpty()) {
                    jars.sort(null);
                    return jars;
                }
            }
        }
        throw new ToolUnavailableException("no file is there of the name " + pattern.text()
                + " that the spec has under libraries, so no migration was run. Put liquibase-core there with what it"
                + " needs.");
    }

    private Path beside(SourceText path) {
        return beside(path.text());
    }

    private Path beside(String path) {
        Path parent = spec.file().getParent();
        return parent == null ? Path.of(path) : parent.resolve(path);
    }

    private MigrationRunner alembic(Path folder) throws IOException {
        RevisionGraph graph = AlembicFiles.read(folder);
        String table = text(settings.versionTable(), "alembic_version");
        List<String> command = words(settings.command(), "alembic");
        if (command.equals(List.of(OFFLINE))) {
            return offline(graph, table, "command: offline");
        }
        AlembicRunner runner = new AlembicRunner(graph, command, tool(folder), table);
        if (settings.offline() == null) {
            return runner;
        }
        try {
            runner.description();
            return runner;
        } catch (ToolUnavailableException e) {
            return offline(graph, table, "Alembic is not installed here");
        }
    }

    private MigrationRunner offline(RevisionGraph graph, String table, String why) throws IOException {
        Spec.Migrations.Offline offline = settings.offline();
        if (offline == null) {
            throw new MigrationException("command: offline needs the SQL that Alembic printed: name it under offline");
        }
        SourceText downgrade = offline.downgrade();
        return AlembicSql.read(
                graph, beside(offline.upgrade()), downgrade == null ? null : beside(downgrade), table, why);
    }

    private ToolSettings tool(Path folder) {
        return new ToolSettings(
                folder.toAbsolutePath(),
                text(settings.urlVariable(), "DATABASE_URL"),
                text(settings.urlScheme(), "postgresql"),
                settings.environment(),
                time(text(settings.timeLimit(), "10min")));
    }

    private static String text(@Nullable SourceText given, String otherwise) {
        return given == null ? otherwise : given.text();
    }

    private static List<String> words(@Nullable Node node, String otherwise) {
        if (node instanceof Node.Sequence list) {
            return list.items().stream()
                    .filter(Node.Scalar.class::isInstance)
                    .map(item -> ((Node.Scalar) item).value())
                    .toList();
        }
        return Words.of(node instanceof Node.Scalar text ? text.value() : otherwise);
    }

    /** A time in the form that the JSON Schema asks for. */
    static Duration time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new IllegalStateException("the schema lets '" + text + "' pass as a time");
        }
        long count = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "min" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }
}
