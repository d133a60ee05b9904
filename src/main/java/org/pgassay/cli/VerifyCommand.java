package org.pgassay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.pgassay.postgres.server.ServerChoice;
import org.pgassay.report.ReportFormat;
import org.pgassay.report.ReportWriter;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Sources;
import org.pgassay.spec.SpecException;
import org.pgassay.spec.SpecReader;
import org.pgassay.verify.CheckFilter;
import org.pgassay.verify.Families;
import org.pgassay.verify.Report;
import org.pgassay.verify.ServerPool;
import org.pgassay.verify.SpecFiles;
import org.pgassay.verify.Timings;
import org.pgassay.verify.Verifier;
import org.pgassay.verify.VerifyOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies specs and writes their reports. */
@Command(
        name = "verify",
        description = "Migrates a PostgreSQL, checks every sentence of the specs, and writes the delivery reports.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    /** So many rows are made in a few seconds, and plans of larger tables are mostly those of this size. */
    private static final long ROWS = 200_000;

    private static final long MOST_ROWS = 100_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(arity = "1..*", paramLabel = "SPEC", description = "Spec files, or folders of them.")
    private List<Path> paths = List.of();

    @Option(
            names = "--database",
            paramLabel = "WHERE",
            description = "embedded, testcontainers or jdbc:postgresql://… (default: embedded, or a container if the"
                    + " spec names an image). A database behind a URL is read as it stands.")
    private Optional<String> database = Optional.empty();

    @Option(names = "--postgres", paramLabel = "MAJOR", description = "14 … 18 (default: the newest the spec allows).")
    private Optional<Integer> postgres = Optional.empty();

    @Option(names = "--allow-writes", description = "pgAssay may write to the server behind the URL.")
    private boolean allowWrites;

    @Option(
            names = "--migrate",
            description = "Behind a URL, with --allow-writes: make a database of its own there, migrate it, and drop it"
                    + " afterwards.")
    private boolean migrate;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "reports",
            description = "Where the reports go, each into a folder of its spec's id (default: reports).")
    private Path reports = Path.of("reports");

    @Option(
            names = "--format",
            paramLabel = "LIST",
            defaultValue = "md,html,json,junit",
            description = "Any of md,html,json,junit,sarif (default: md,html,json,junit).")
    private String formats = "";

    @Option(names = "--only", paramLabel = "GLOB", description = "Run only checks whose id matches, such as 'index/*'.")
    private List<String> only = List.of();

    @Option(names = "--shard", paramLabel = "I/N", description = "Run the I-th of N parts of the checks.")
    private Optional<String> shard = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of whatever is drawn by lot (default: 1).")
    private long seed;

    @Option(
            names = "--measure",
            description = "Also run the queries under queryPlans, over rows made for the purpose.")
    private boolean measure;

    @Option(
            names = "--measure-rows",
            paramLabel = "N",
            description = "With --measure: give a table N rows at most (default: 200000).")
    private Optional<Long> measureRows = Optional.empty();

    @Option(names = "--allow-unverified", description = "Exit 0 instead of 2 if something could not be tried.")
    private boolean allowUnverified;

    @Option(names = "--quiet", description = "Print no progress.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        VerifyOptions options = options();
        requireFolder();
        ReportWriter writer = new ReportWriter(reports, parsed(() -> ReportFormat.parse(formats)));
        PrintWriter err = command.commandLine().getErr();
        List<Path> files = new ArrayList<>();
        List<Problem> passedOver = new ArrayList<>();
        for (Path path : paths) {
            SpecFiles.Found found = SpecFiles.in(path);
            files.addAll(found.specs());
            passedOver.addAll(found.problems());
        }
        List<ExitCode> codes = new ArrayList<>();
        if (!passedOver.isEmpty()) {
            err.println(new SpecException(passedOver, new Sources()).getMessage());
            codes.add(ExitCode.USAGE);
        }
        Console console = new Console(command.commandLine(), quiet);
        try (ServerPool servers = new ServerPool()) {
            Map<String, Path> ids = new HashMap<>();
            for (Path file : files) {
                codes.add(verify(file, ids, options, servers, writer, console));
            }
        }
        return ExitCode.gravest(codes).code;
    }

    private ExitCode verify(
            Path file,
            Map<String, Path> ids,
            VerifyOptions options,
            ServerPool servers,
            ReportWriter writer,
            Console console) {
        Timings timings = new Timings();
        try {
            console.phase("reading " + file);
            Optional<String> id = SpecReader.idOf(file);
            if (id.isPresent() && !ids.containsKey(id.get())) {
                // Even if the spec cannot be read: its former report must not be taken for this run's.
                writer.clear(id.get());
            }
            org.pgassay.spec.Spec spec =
                    timings.time("spec", () -> Families.reader().read(file));
            Path former = ids.putIfAbsent(spec.id(), file);
            if (former != null) {
                throw new SpecException(
                        List.of(new Problem(
                                spec.location(),
                                "the id '" + spec.id() + "' is that of " + former
                                        + " too, and their reports would overwrite each other")),
                        spec.sources());
            }
            Report report = new Verifier(servers, options, console::phase).verify(spec, timings);
            console.phase("writing the report");
            List<Path> written = writer.write(report, timings);
            console.summary(report, written);
            return ExitCode.of(report.verdict(), allowUnverified);
        } catch (SpecException e) {
            console.problems(file, e);
            return ExitCode.USAGE;
        } catch (IOException e) {
            // Reading a spec makes problems of what goes wrong, so that this was writing.
            console.unwritable(reports, e);
            return ExitCode.BROKEN;
        }
    }

    private VerifyOptions options() {
        Optional<ServerChoice> choice = database.map(value -> parsed(() -> ServerChoice.parse(value)));
        postgres.flatMap(ServerPool::faultOf).ifPresent(fault -> {
            throw new ParameterException(command.commandLine(), fault);
        });
        boolean external = choice.isPresent() && choice.get() instanceof ServerChoice.External;
        if (migrate && !(external && allowWrites)) {
            throw new ParameterException(
                    command.commandLine(), "--migrate goes with --database jdbc:postgresql://… and --allow-writes");
        }
        if (measureRows.isPresent() && (!measure || measureRows.get() < 1 || measureRows.get() > MOST_ROWS)) {
            throw new ParameterException(
                    command.commandLine(), "--measure-rows goes with --measure, and takes 1 to " + MOST_ROWS);
        }
        VerifyOptions options = new VerifyOptions(
                choice,
                postgres,
                allowWrites,
                migrate,
                parsed(() -> CheckFilter.of(only)),
                parsed(() -> shard.map(VerifyOptions.Shard::parse).orElse(VerifyOptions.Shard.WHOLE)),
                seed);
        return measure ? options.measuring(measureRows.orElse(ROWS)) : options;
    }

    /** Reports that cannot be written are better found before the work than after it. */
    private void requireFolder() {
        Path existing = reports.toAbsolutePath().normalize();
        Path parent = existing.getParent();
        while (!Files.exists(existing) && parent != null) {
            existing = parent;
            parent = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--reports: " + reports + " cannot be written: " + existing
                            + " is no folder that this user may write to");
        }
    }

    /** Turns a value that cannot be parsed into a wrong call. */
    private <T> T parsed(Supplier<T> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException e) {
            CommandLine line = command.commandLine();
            throw new ParameterException(line, String.valueOf(e.getMessage()), e);
        }
    }
}
