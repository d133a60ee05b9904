package org.pgassay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pgassay.migration.Fault;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.RevisionLock;
import org.pgassay.migration.graph.RevisionFiles;
import org.pgassay.report.graph.DrawnRevision;
import org.pgassay.report.graph.GraphSvg;
import org.pgassay.report.graph.GraphText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the revisions of a folder, and says what is wrong with how they follow one another. */
@Command(
        name = "graph",
        description = "Draws the revisions of a folder and says what is wrong with them; no database is asked.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no fault", "1:faults", "3:the revisions cannot be read, or the call is wrong"})
final class GraphCommand implements Callable<Integer> {

    /** What to write. */
    enum Format {
        TEXT,
        SVG,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(
            index = "0",
            paramLabel = "DIR",
            description =
                    "The folder of the migrations; for Alembic that of alembic.ini, for Liquibase also the root changelog.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--runner",
            paramLabel = "TOOL",
            description = "${COMPLETION-CANDIDATES} (default: what the folder looks like).")
    private Optional<RevisionFiles.Tool> runner = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), svg or json.")
    private Format format = Format.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "Write to a file.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--heads", paramLabel = "N", description = "How many heads there are to be (default: 1).")
    private int heads = 1;

    @Option(names = "--roots", paramLabel = "N", description = "How many roots there are to be (default: 1).")
    private int roots = 1;

    @Option(
            names = "--lock",
            description = "Add the revisions to revisions.lock, so that a later edit of one of them is a fault.")
    private boolean lock;

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(folder)) {
            return refused("there is no folder " + folder + ". Name the folder of the migrations.");
        }
        RevisionGraph graph;
        Optional<RevisionLock> locked;
        try {
            graph = RevisionFiles.read(folder, runner);
            locked = RevisionLock.in(lockFolder());
        } catch (MigrationException e) {
            return refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refused("the revisions cannot be read: " + FileProblem.of(e));
        }
        List<Fault> faults = new ArrayList<>(graph.faults(heads, roots));
        locked.ifPresent(each -> faults.addAll(each.faults(graph)));
        if (!write(graph, faults)) {
            return ExitCode.USAGE.code;
        }
        if (lock && !lock(graph, locked, faults)) {
            return ExitCode.REJECTED.code;
        }
        return faults.isEmpty() ? ExitCode.VERIFIED.code : ExitCode.REJECTED.code;
    }

    /** Beside the changelog, where a file is named. */
    private Path lockFolder() {
        return Files.isDirectory(folder) ? folder : folder.resolveSibling("");
    }

    private int refused(String why) {
        PrintWriter err = command.commandLine().getErr();
        why.lines().forEach(line -> err.println("pgassay: " + line));
        err.flush();
        return ExitCode.USAGE.code;
    }

    private boolean write(RevisionGraph graph, List<Fault> faults) {
        String text = switch (format) {
            case TEXT -> GraphText.render(drawn(graph)) + "\n" + summary(graph, faults);
            case SVG -> GraphSvg.document(drawn(graph));
            case JSON -> GraphJson.of(graph, faults);
        };
        PrintWriter out = command.commandLine().getOut();
        if (output.isEmpty()) {
            out.print(text);
            out.flush();
        } else {
            try {
                Files.writeString(output.get(), text);
            } catch (IOException e) {
                refused("the graph cannot be written to " + output.get() + ": " + FileProblem.of(e));
                return false;
            }
        }
        if (format == Format.SVG || output.isPresent()) {
            // The drawing says nothing of faults, and the exit code not which.
            PrintWriter err = command.commandLine().getErr();
            err.print(summary(graph, faults));
            err.flush();
        }
        return true;
    }

    static List<DrawnRevision> drawn(RevisionGraph graph) {
        return graph.revisions().stream()
                .map(revision -> new DrawnRevision(
                        revision.id(),
                        revision.title(),
                        revision.parents(),
                        revision.dependsOn(),
                        DrawnRevision.State.STATED))
                .toList();
    }

    private static String summary(RevisionGraph graph, List<Fault> faults) {
        StringBuilder text = new StringBuilder();
        text.append(count(graph.revisions().size(), "revision"))
                .append(", ")
                .append(count(graph.roots().size(), "root"))
                .append(", ")
                .append(count(graph.heads().size(), "head"))
                .append(", ")
                .append(faults.isEmpty() ? "no fault" : count(faults.size(), "fault"))
                .append('\n');
        for (Fault fault : faults) {
            text.append("\n")
                    .append(fault.kind().word())
                    .append("  ")
                    .append(plain(fault.subject()))
                    .append("\n  ")
                    .append(plain(fault.message()))
                    .append("\n  help  ")
                    .append(plain(fault.help()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /** Control characters of a name must not reach the terminal. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    /** Adds what is new. An edit is not locked away: the lock keeps what the revision was. */
    private boolean lock(RevisionGraph graph, Optional<RevisionLock> before, List<Fault> faults) throws IOException {
        PrintWriter err = command.commandLine().getErr();
        if (faults.stream().anyMatch(fault -> fault.kind().unusable())) {
            err.println(
                    "pgassay: nothing was locked, because no tool can apply these revisions. Mend the faults first.");
            return false;
        }
        List<Revision> added = graph.revisions().stream()
                .filter(revision -> before.isEmpty() || !before.get().entries().containsKey(revision.id()))
                .toList();
        Path file = lockFolder().resolve(RevisionLock.NAME);
        Files.writeString(file, RevisionLock.text(before, graph));
        err.println(count(added.size(), "revision") + " added to " + file);
        err.flush();
        return true;
    }
}
