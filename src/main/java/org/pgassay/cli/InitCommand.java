package org.pgassay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pgassay.init.InitOptions;
import org.pgassay.init.SpecWriter;
import org.pgassay.postgres.server.ServerChoice;
import org.pgassay.spec.SpecException;
import org.pgassay.verify.Families;
import org.pgassay.verify.Report;
import org.pgassay.verify.SchemaException;
import org.pgassay.verify.ServerPool;
import org.pgassay.verify.StandingSchema;
import org.pgassay.verify.StandingSchema.Source;
import org.pgassay.verify.Timings;
import org.pgassay.verify.Verifier;
import org.pgassay.verify.VerifyOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a first spec of a schema that is there already, and verifies it. */
@Command(
        name = "init",
        description = "Writes a spec that states a schema as it is: of the migrations that make it, or of a database.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(names = "--migrations", paramLabel = "DIR", description = "The folder of the migrations.")
    private Optional<Path> migrations = Optional.empty();

    @Option(
            names = "--runner",
            paramLabel = "TOOL",
            defaultValue = "sql",
            description = "The tool that applies them: sql (default: a folder of *.sql files), flyway, or alembic.")
    private String runner = "sql";

    @Option(
            names = "--url",
            paramLabel = "JDBC",
            description = "A database to read instead of migrations: jdbc:postgresql://…; nothing is written there.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The spec to write (default: ID.yaml beside the migrations' folder, or in this folder).")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--id", paramLabel = "ID", description = "The spec's id, in kebab-case (default: from the file).")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description =
                    "A schema to state; the first is where unqualified names belong (default: all that there are).")
    private List<String> schemas = List.of();

    @Option(names = "--split", description = "A file for each group of tables, included by the spec.")
    private boolean split;

    @Option(names = "--owner", paramLabel = "ROLE", description = "The role that runs the migrations.")
    private Optional<String> owner = Optional.empty();

    @Option(names = "--application", paramLabel = "ROLE", description = "The role that the application logs in as.")
    private Optional<String> application = Optional.empty();

    @Option(names = "--setup", paramLabel = "FILE", description = "An SQL file to run before them, as the superuser.")
    private Optional<Path> setup = Optional.empty();

    @Option(
            names = "--extension",
            paramLabel = "NAME",
            description = "An extension that the superuser makes before the migrations run.")
    private List<String> extensions = List.of();

    @Option(names = "--postgres", paramLabel = "MAJOR", description = "14 … 18 (default: the newest).")
    private Optional<Integer> postgres = Optional.empty();

    @Option(names = "--force", description = "Overwrite files that are there.")
    private boolean force;

    @Option(names = "--quiet", description = "Print no progress.")
    private boolean quiet;

    @Override
    public Integer call() {
        requireOneSource();
        Path file = file();
        String spec = id.orElseGet(() -> idOf(file));
        if (!spec.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw wrong("--id: '" + spec + "' is no id in kebab-case, such as kontali-erp");
        }
        refuseToOverwrite(file);
        PrintWriter err = command.commandLine().getErr();
        Console console = new Console(command.commandLine(), quiet);
        try (ServerPool servers = new ServerPool()) {
            VerifyOptions options = options();
            Source source = new Source(
                    spec,
                    file,
                    migrations.map(folder -> relative(file, folder)),
                    runner,
                    owner,
                    application,
                    setup.map(each -> relative(file, each)),
                    extensions);
            StandingSchema.Found found = new StandingSchema(servers, options, console::phase).read(source, schemas);
            Map<String, String> files = SpecWriter.write(
                    new SpecWriter.Standing(
                            found.schemas(), found.catalog(), found.printed(), found.migrator(), found.majorVersion()),
                    init(spec, source));
            List<Path> written = write(file, files);
            Report report = new Verifier(servers, options, console::phase)
                    .verify(Families.reader().read(file), new Timings());
            console.initialised(report, written);
            return ExitCode.of(report.verdict(), false).code;
        } catch (SpecException e) {
            console.problems(file, e);
            return ExitCode.USAGE.code;
        } catch (SchemaException e) {
            err.println("pgassay: " + e.getMessage());
            return e.broken() ? ExitCode.BROKEN.code : ExitCode.USAGE.code;
        }
    }

    private void requireOneSource() {
        if (migrations.isPresent() == url.isPresent()) {
            throw wrong("name the schema with either --migrations DIR or --url jdbc:postgresql://…");
        }
        migrations.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw wrong("--migrations: " + folder + " is no folder");
        });
        setup.filter(each -> !Files.isRegularFile(each)).ifPresent(each -> {
            throw wrong("--setup: " + each + " is no file");
        });
        if (runner.equalsIgnoreCase("none") && migrations.isPresent()) {
            throw wrong("--runner none applies no migrations; to state a database as it stands, name it with --url");
        }
        if (!List.of("sql", "flyway", "alembic", "none").contains(runner.toLowerCase(Locale.ROOT))) {
            throw wrong("--runner: init applies the migrations of sql, flyway and alembic; it cannot run '" + runner
                    + "'. Apply them to an empty database, and name that with --url");
        }
    }

    private InitOptions init(String spec, Source source) {
        String from = source.migrations()
                .map(folder -> "that the migrations in " + folder + " make")
                .orElse("of a database as it stood");
        return new InitOptions(
                spec,
                from,
                source.migrations().orElse(null),
                url.isPresent() ? "none" : runner,
                owner.orElse(null),
                application.orElse(null),
                source.setup().orElse(null),
                extensions,
                split);
    }

    private VerifyOptions options() {
        VerifyOptions options = VerifyOptions.defaults();
        if (url.isPresent()) {
            try {
                options = options.on(ServerChoice.parse(url.get()));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
            }
        }
        postgres.flatMap(ServerPool::faultOf).ifPresent(fault -> {
            throw wrong(fault);
        });
        return postgres.isPresent() ? options.onPostgres(postgres.get()) : options;
    }

    private Path file() {
        return out.orElseGet(() -> {
            String name = id.orElse("schema") + ".yaml";
            return migrations
                    .map(folder -> folder.toAbsolutePath().normalize().getParent())
                    .map(parent -> Path.of("").toAbsolutePath().relativize(parent.resolve(name)))
                    .orElse(Path.of(name));
        });
    }

    private static String idOf(Path file) {
        String stem = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        String id = stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return id.isEmpty() ? "schema" : id;
    }

    /** A path as the spec writes it: relative to its own folder, with slashes. */
    private static String relative(Path file, Path target) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path absolute = target.toAbsolutePath().normalize();
        return (folder == null ? absolute : folder.relativize(absolute))
                .toString()
                .replace('\\', '/');
    }

    private List<Path> write(Path file, Map<String, String> files) {
        Map<Path, String> texts = new LinkedHashMap<>();
        files.forEach((name, text) -> {
            Path path = texts.isEmpty() ? file : file.resolveSibling(name);
            refuseToOverwrite(path);
            if (texts.put(path, text) != null) {
                throw wrong("--out: " + path + " is the name of a group's file too; name the spec otherwise");
            }
        });
        try {
            for (Map.Entry<Path, String> each : texts.entrySet()) {
                Path parent = each.getKey().toAbsolutePath().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.writeString(each.getKey(), each.getValue());
            }
        } catch (IOException e) {
            throw wrong("--out: " + file + " cannot be written: " + FileProblem.of(e));
        }
        return List.copyOf(texts.keySet());
    }

    private void refuseToOverwrite(Path path) {
        if (Files.exists(path) && !force) {
            throw wrong(path + " is there already; name another file with --out, or overwrite it with --force");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
