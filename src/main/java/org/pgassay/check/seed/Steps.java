package org.pgassay.check.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Glob;
import org.pgassay.check.Names;
import org.pgassay.check.SeedPlan;
import org.pgassay.check.SeedPlan.Step;
import org.pgassay.check.Span;
import org.pgassay.check.seed.SeedSection.EntrySpec;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.NaturalOrder;
import org.pgassay.migration.command.Words;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** Makes steps of what stands under {@code run}: finds the files, and says which are not there. */
final class Steps {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Spec spec;
    private final Names names;
    private final List<Step> steps = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private Steps(Spec spec) {
        this.spec = spec;
        this.names = new Names(spec.schemas());
    }

    /** What was made of the entries. */
    record Made(List<Step> steps, List<Problem> problems) {

        Made {
            steps = List.copyOf(steps);
            problems = List.copyOf(problems);
        }
    }

    static Made of(List<EntrySpec> entries, Spec spec) {
        Steps made = new Steps(spec);
        entries.forEach(made::entry);
        return new Made(made.steps, made.problems);
    }

    private void problem(Location at, String message) {
        problems.add(new Problem(at, message));
    }

    private void entry(EntrySpec entry) {
        SourceText csv = entry.csv();
        SourceText json = entry.json();
        if (csv != null) {
            data(SeedPlan.Format.CSV, csv, entry);
        } else if (json != null) {
            data(SeedPlan.Format.JSON, json, entry);
        } else if (entry.command() != null) {
            command(entry.command(), entry);
        } else if (entry.sql() != null) {
            sql(entry.sql());
        }
    }

    private void sql(SourceText written) {
        String text = written.text();
        if (text.endsWith(".csv") || text.endsWith(".json")) {
            String kind = text.substring(text.lastIndexOf('.') + 1);
            problem(
                    written.location(),
                    "a file of rows needs the table that they go into: write {" + kind + ": " + text + ", into: …}");
            return;
        }
        for (Path file : files(written)) {
            steps.add(new SeedPlan.Sql(name(file), file, written.location()));
        }
    }

    private void data(SeedPlan.Format format, SourceText written, EntrySpec entry) {
        SourceText into = entry.into();
        if (into == null) {
            problem(written.location(), "the key 'into' is missing: name the table that the rows go into");
            return;
        }
        String fault = names.fault(into.text());
        if (!fault.isEmpty()) {
            problem(into.location(), fault);
        }
        SourceText tenant = entry.tenant();
        if (tenant != null && spec.document().descend(List.of("tenancy", "context")) == null) {
            problem(
                    tenant.location(),
                    "how a session says for which tenant it works is not stated; state 'tenancy: {context: …}', or leave"
                            + " this out");
        }
        boolean keep = entry.onConflict() != null && entry.onConflict().text().equals("nothing");
        for (Path file : files(written)) {
            steps.add(new SeedPlan.Data(
                    name(file),
                    format,
                    file,
                    names.resolve(into.text()),
                    entry.columns().stream().map(SourceText::text).toList(),
                    keep,
                    tenant == null ? null : tenant.text(),
                    written.location()));
        }
    }

    private void command(Node command, EntrySpec entry) {
        try {
            List<String> words = words(command);
            if (words.isEmpty()) {
                problem(command.location(), "the command is empty; name a program");
                return;
            }
            SourceText limit = entry.timeLimit();
            Spec.Migrations migrations = spec.migrations();
            steps.add(new SeedPlan.Command(
                    String.join(" ", words),
                    words,
                    spec.folder(),
                    text(migrations.urlVariable(), "DATABASE_URL"),
                    text(migrations.urlScheme(), "postgresql"),
                    migrations.environment(),
                    limit == null
                            ? LIMIT
                            : Duration.ofNanos(Span.of(limit.text()).nanos()),
                    command.location()));
        } catch (MigrationException e) {
            problem(command.location(), String.valueOf(e.getMessage()));
        }
    }

    private static List<String> words(Node command) {
        return command instanceof Node.Sequence list
                ? list.items().stream()
                        .filter(Node.Scalar.class::isInstance)
                        .map(item -> ((Node.Scalar) item).value())
                        .toList()
                : Words.of(((Node.Scalar) command).value());
    }

    private static String text(@Nullable SourceText given, String otherwise) {
        return given == null ? otherwise : given.text();
    }

    /** The file of that name, or in natural order those that a pattern in the last part of the path matches. */
    private List<Path> files(SourceText written) {
        try {
            Path path = spec.file().resolveSibling(written.text());
            String last = String.valueOf(path.getFileName());
            if (last.indexOf('*') < 0 && last.indexOf('?') < 0) {
                if (Files.isRegularFile(path)) {
                    return List.of(path);
                }
                problem(written.location(), "the file '" + written.text() + "' does not exist beside the spec");
                return List.of();
            }
            List<Path> matching = matching(path, last);
            if (matching.isEmpty()) {
                problem(written.location(), "no file matches '" + written.text() + "', so that nothing would be run");
            }
            return matching;
        } catch (InvalidPathException e) {
            problem(written.location(), "no file can have the name '" + written.text() + "'");
            return List.of();
        }
    }

    private static List<Path> matching(Path path, String pattern) {
        Path folder = path.getParent() == null ? Path.of("") : path.getParent();
        if (!Files.isDirectory(folder.toAbsolutePath())) {
            return List.of();
        }
        Glob glob = Glob.of(pattern);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> glob.matches(file.getFileName().toString()))
                    .sorted(Comparator.comparing(
                            (Path file) -> file.getFileName().toString(), NaturalOrder.INSTANCE))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as seen from the spec's folder, with slashes. */
    private String name(Path file) {
        return spec.folder()
                .relativize(file.toAbsolutePath())
                .normalize()
                .toString()
                .replace('\\', '/');
    }
}
