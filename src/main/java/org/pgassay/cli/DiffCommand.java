package org.pgassay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pgassay.ddl.DdlStatement;
import org.pgassay.diff.Comparison;
import org.pgassay.diff.Delta;
import org.pgassay.diff.Exemption;
import org.pgassay.diff.Percent;
import org.pgassay.diff.Repair;
import org.pgassay.report.DiffJson;
import org.pgassay.report.DiffSql;
import org.pgassay.report.DiffText;
import org.pgassay.report.HtmlReport;
import org.pgassay.spec.SpecException;
import org.pgassay.verify.SchemaException;
import org.pgassay.verify.ServerPool;
import org.pgassay.verify.SideReader;
import org.pgassay.verify.SideSource;
import org.pgassay.verify.VerifyOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two schemas. */
@Command(
        name = "diff",
        description = "Compares two schemas, and says what differs and how much is alike. Databases are only read.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no difference; with --minimum, enough is alike",
            "1:differences; with --minimum, too little is alike",
            "2:no difference in what could be seen, and not everything could be seen",
            "3:the call or a spec is wrong, or there is nothing to compare",
            "4:pgAssay or a database broke, or a login may not read the catalogs"
        })
final class DiffCommand implements Callable<Integer> {

    /** What to write. */
    enum Format {
        TEXT("diff.txt"),
        JSON("diff.json"),
        HTML("diff.html");

        private final String file;

        Format(String file) {
            this.file = file;
        }

        private String render(Delta delta, @Nullable List<DdlStatement> sql) {
            String script = sql == null ? "" : DiffSql.render(sql);
            return switch (this) {
                case TEXT -> DiffText.render(delta) + (script.isEmpty() ? "" : "\n" + script);
                case JSON -> DiffJson.render(delta, sql);
                case HTML -> HtmlReport.render(delta, script);
            };
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(
            index = "0",
            paramLabel = "LEFT",
            description = "A spec (*.yaml), an SQL dump (*.sql), a fingerprint.json, or a database"
                    + " (jdbc:postgresql://host:port/database?user=name).")
    private String left = "";

    @Parameters(index = "1", paramLabel = "RIGHT", description = "The other one.")
    private String right = "";

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description =
                    "Compare this schema; may be given several times (default: those of the spec; of two databases,"
                            + " all that either has).")
    private List<String> schemas = List.of();

    @Option(
            names = "--ignore",
            paramLabel = "GLOB",
            description = "Leave out objects by their names as the comparison shows them, such as 'audit_*' or"
                    + " 'index ix_old_*'; a table's parts go with it. What differs of them is listed.")
    private List<String> ignored = List.of();

    @Option(
            names = "--minimum",
            paramLabel = "PERCENT",
            description = "Exit 0 if at least so much is alike, such as 99.7%%.")
    private Optional<String> minimum = Optional.empty();

    @Option(names = "--format", paramLabel = "LIST", description = "Any of text,json,html (default: text).")
    private String formats = "text";

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "Write to this file; to this folder, if there are several formats or it is one.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--sql",
            description = "Add the SQL that would bring RIGHT to LEFT, each statement classed: additive, lock-risky or"
                    + " destructive. It is printed, never run.")
    private boolean sql;

    @Option(
            names = "--postgres",
            paramLabel = "MAJOR",
            description = "14 … 18: the version that specs are migrated on (default: that of the other side).")
    private Optional<Integer> postgres = Optional.empty();

    @Option(names = "--allow-unverified", description = "Exit 0 instead of 2 if not everything could be seen.")
    private boolean allowUnverified;

    @Option(names = "--quiet", description = "Print no progress.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        Set<Format> asked = formats();
        @Nullable BigDecimal share = minimum.map(this::percent).orElse(null);
        postgres.flatMap(ServerPool::faultOf).ifPresent(fault -> {
            throw wrong(fault);
        });
        if (asked.size() > 1 && out.isEmpty()) {
            throw wrong("--format: several formats need a folder to go to; name it with --out");
        }
        SideSource one = source(left, "LEFT");
        SideSource other = source(right, "RIGHT");
        Console console = new Console(command.commandLine(), quiet);
        PrintWriter err = command.commandLine().getErr();
        VerifyOptions options =
                postgres.map(VerifyOptions.defaults()::onPostgres).orElse(VerifyOptions.defaults());
        try (ServerPool servers = new ServerPool()) {
            SideReader.Pair pair = new SideReader(servers, options, console::phase).read(one, other, schemas);
            console.phase("comparing");
            List<Exemption> exemptions =
                    ignored.stream().map(glob -> new Exemption(glob, null)).toList();
            Comparison comparison = Comparison.of(pair.left(), pair.right(), exemptions, home());
            Delta delta = new Delta(comparison, share, false);
            write(delta, asked, sql ? Repair.of(pair.left(), pair.right(), exemptions, home()) : null);
            return exit(delta).code;
        } catch (SpecException e) {
            err.println(e.getMessage());
            return ExitCode.USAGE.code;
        } catch (SchemaException e) {
            err.println("pgassay: " + e.getMessage());
            return (e.broken() ? ExitCode.BROKEN : ExitCode.USAGE).code;
        }
    }

    /** The schema whose objects are named without it. */
    private String home() {
        return schemas.size() == 1 ? schemas.get(0) : "public";
    }

    private ExitCode exit(Delta delta) {
        return switch (delta.outcome()) {
            case ALIKE, ENOUGH -> ExitCode.VERIFIED;
            case DIFFERENT -> ExitCode.REJECTED;
            case INCOMPLETE -> allowUnverified ? ExitCode.VERIFIED : ExitCode.INCOMPLETE;
            case NOTHING -> ExitCode.USAGE;
        };
    }

    private void write(Delta delta, Set<Format> asked, @Nullable List<DdlStatement> statements) throws IOException {
        if (out.isEmpty()) {
            for (Format format : asked) {
                command.commandLine().getOut().print(format.render(delta, statements));
            }
            command.commandLine().getOut().flush();
            return;
        }
        boolean folder = asked.size() > 1 || Files.isDirectory(out.get());
        Map<Path, String> files = new LinkedHashMap<>();
        asked.forEach(format ->
                files.put(folder ? out.get().resolve(format.file) : out.get(), format.render(delta, statements)));
        for (Map.Entry<Path, String> file : files.entrySet()) {
            try {
                Path parent = file.getKey().toAbsolutePath().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.writeString(file.getKey(), file.getValue());
            } catch (IOException e) {
                throw wrong("--out: " + file.getKey() + " cannot be written: " + FileProblem.of(e));
            }
        }
        command.commandLine().getOut().println(delta.outcome() + "  " + delta.summary());
        files.keySet().forEach(file -> command.commandLine().getOut().println("   " + file));
        command.commandLine().getOut().flush();
    }

    private Set<Format> formats() {
        Set<Format> asked = EnumSet.noneOf(Format.class);
        for (String word : formats.split(",", -1)) {
            List<Format> meant = new ArrayList<>();
            for (Format format : Format.values()) {
                if (format.name().toLowerCase(Locale.ROOT).equals(word.strip().toLowerCase(Locale.ROOT))) {
                    meant.add(format);
                }
            }
            if (meant.isEmpty()) {
                throw wrong("--format: '" + word.strip() + "' is no format; give any of text, json and html");
            }
            asked.addAll(meant);
        }
        return asked;
    }

    private BigDecimal percent(String text) {
        return Percent.parse(text)
                .or(() -> Percent.parse(text + "%"))
                .orElseThrow(() -> wrong("--minimum: '" + text + "' is no share; write it like 99.7%"));
    }

    private SideSource source(String written, String which) {
        try {
            return SideSource.parse(written);
        } catch (IllegalArgumentException e) {
            throw wrong(which + ": " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
