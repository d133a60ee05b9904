package org.pgassay.migration.alembic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;

/**
 * What Alembic printed when it failed: a Python traceback whose last frame in a revision's file says where, and whose last
 * lines say why, or a line that begins with {@code FAILED:}.
 *
 * <p>Its form is that of SQLAlchemy's exceptions, {@code sqlalchemy.exc.ProgrammingError: (psycopg2.errors.X) message}
 * with {@code [SQL: …]} behind it.
 */
final class AlembicOutput {

    private static final int SHOWN = 400;

    private static final Pattern FRAME = Pattern.compile("(?m)^ *(?:\\| )? *File \"([^\"\\n]+)\", line (\\d+)");

    private static final Pattern RUNNING =
            Pattern.compile("(?m)Running (upgrade|downgrade) ([^\\n]*?) -> ([^,\\n]*(?:, [^\\n]*)?)");

    /** An exception is not indented; its words go on until the next part of SQLAlchemy's or the end. */
    private static final Pattern EXCEPTION = Pattern.compile("(?ms)^((?:[A-Za-z_]\\w*\\.)+[A-Z]\\w*"
            + "|[A-Z]\\w*(?:Error|Exception|Warning|Exit|Interrupt))(?:: |$)(.*?)"
            + "(?=^\\[SQL: |^\\[parameters: |^\\(Background on |^Traceback |^The above |^During handling |\\z)");

    /** What Alembic says of a graph that does not hold together, before it trips over it. */
    private static final Pattern WARNING = Pattern.compile("(?m)UserWarning: (.*)$");

    private static final Pattern DRIVER =
            Pattern.compile("(?s)^\\((?:[\\w.]+\\.)?([\\w]+)\\) (?:<class '[^']*'>: )?(.*)$");

    private static final Pattern SQL =
            Pattern.compile("(?ms)^\\[SQL: (.*?)\\]$(?=\\n\\[parameters: |\\n\\(Background|\\s*\\z|\\nTraceback)");

    private static final Pattern COMMAND_ERROR = Pattern.compile("(?m)^ *FAILED: (.*)$");

    private final String output;
    private final Path folder;

    AlembicOutput(String output, Path folder) {
        this.output = output;
        this.folder = folder;
    }

    /** A place in a file. */
    private record Place(Path file, int line) {}

    /** The revision in whose file the error arose, or that Alembic was at; nothing if it had not come to any. */
    Optional<Revision> culprit(List<Revision> revisions) {
        Optional<Revision> inFile = inFile(revisions);
        if (inFile.isPresent()) {
            return inFile;
        }
        return RUNNING.matcher(output)
                .results()
                .reduce((first, second) -> second)
                .flatMap(last -> revisions.stream()
                        .filter(revision -> isAt(last, revision.id()))
                        .findFirst());
    }

    private static boolean isAt(MatchResult running, String id) {
        boolean up = running.group(1).equals("upgrade");
        String named = up ? running.group(3) : running.group(2);
        return named.equals(id) || named.startsWith(id + ", ");
    }

    private Optional<Revision> inFile(List<Revision> revisions) {
        List<Place> frames = frames();
        for (int i = frames.size() - 1; i >= 0; i--) {
            Path file = frames.get(i).file();
            Optional<Revision> found = revisions.stream()
                    .filter(revision -> same(revision.file(), file))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What went wrong with a revision. */
    MigrationRun.Failure failure(Revision revision) {
        Place place = frames().stream()
                .filter(frame -> same(revision.file(), frame.file()))
                .reduce((first, second) -> second)
                .orElseGet(() -> elsewhere(revision));
        return new MigrationRun.Failure(place.file().toString(), place.line(), 0, sql(), message());
    }

    /** The project's own code that was run last, such as env.py; otherwise the revision itself. */
    private Place elsewhere(Revision revision) {
        return frames().stream()
                .filter(frame -> inside(frame.file()))
                .reduce((first, second) -> second)
                .orElseGet(() -> new Place(revision.file(), revision.line()));
    }

    private boolean inside(Path file) {
        return real(file).startsWith(real(folder))
                && !file.toString().contains("site-packages")
                && Files.isRegularFile(file);
    }

    private List<Place> frames() {
        return FRAME.matcher(output)
                .results()
                .filter(frame -> isPath(frame.group(1)))
                .map(frame -> new Place(folder.resolve(frame.group(1)), Integer.parseInt(frame.group(2))))
                .toList();
    }

    private static boolean isPath(String text) {
        try {
            Path path = Path.of(text);
            return !path.toString().startsWith("<");
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean same(Path left, Path right) {
        return real(left).equals(real(right));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // It is not there, or no longer: its name has to do.
            return path.toAbsolutePath().normalize();
        }
    }

    private String sql() {
        String found = last(SQL).map(sql -> sql.group(1).strip()).orElse("");
        return found.length() <= SHOWN ? found : found.substring(0, SHOWN) + " …";
    }

    /** Why it failed, on one line: of a chain of exceptions the last one, which is about the others. */
    private String message() {
        Optional<MatchResult> exception = last(EXCEPTION);
        Optional<MatchResult> warning = last(WARNING);
        Optional<MatchResult> failed = last(COMMAND_ERROR);
        if (exception.isPresent() && exception.get().group(1).equals("KeyError") && warning.isPresent()) {
            return warning.get().group(1).strip();
        } else if (exception.isPresent()) {
            return worded(exception.get().group(1), exception.get().group(2).strip());
        }
        return failed.map(line -> line.group(1).strip()).orElseGet(this::lastWords);
    }

    private Optional<MatchResult> last(Pattern pattern) {
        return pattern.matcher(output).results().reduce((first, second) -> second);
    }

    private static String worded(String type, String text) {
        Matcher driver = DRIVER.matcher(text);
        String name = type.substring(type.lastIndexOf('.') + 1);
        return driver.matches() ? driver.group(1) + ": " + oneLine(driver.group(2)) : name + ": " + oneLine(text);
    }

    /** Without the excerpt of the statement, which psycopg2 puts between the message and its detail. */
    private static String oneLine(String text) {
        String clean = text.replaceAll("(?m)^LINE \\d+: .*\\n?(^ *\\^ *\\n?)?", "");
        return clean.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.replaceAll("^(DETAIL|HINT|CONTEXT): +", "$1: "))
                .collect(Collectors.joining(" "));
    }

    private String lastWords() {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty()
                ? "it says nothing of why"
                : lines.subList(Math.max(0, lines.size() - 3), lines.size()).stream()
                        .map(String::strip)
                        .collect(Collectors.joining(" "));
    }
}
