package org.pgassay.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A case of a kind of check: migrations, the spec that they are held against, and what must come of it.
 *
 * <p>A kind's folder holds {@code good.sql}, {@code bad.sql}, perhaps further {@code bad-X.sql}, and {@code spec.yaml}. A
 * case whose spec is another one has {@code spec-CASE.yaml}; one that takes a second revision has {@code CASE.2.sql}. What
 * comes of {@code bad-X.sql} stands in {@code expected-X.md}. Where the migrations are of a tool, or many, a folder
 * {@code good}, {@code bad} or {@code bad-X} stands for the file: it is what the spec calls {@code migrations}.
 *
 * @param kind the kind's id
 * @param name the file's name without its ending, or the folder's
 */
record Example(String kind, Path folder, String name) {

    /** Where the examples are, from the module's folder. */
    static final Path ROOT = Path.of("src", "test", "resources", "checks");

    private static final Pattern EXPECT = Pattern.compile("(?:--|#)\\s*EXPECT:\\s*(\\S+)\\s+(\\S+)\\s+(.+?)\\s*");

    /** The folders of all kinds that have any file, as ids. */
    static List<String> kinds() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> ROOT.relativize(file).subpath(0, 2).toString().replace('\\', '/'))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cases of a kind: the good one first. */
    static List<Example> of(String kind) {
        Path folder = ROOT.resolve(kind);
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches("(good|bad(-[a-z]+)?)(\\.sql)?"))
                    .map(file -> new Example(kind, folder, file.replace(".sql", "")))
                    .sorted(Comparator.comparing((Example each) -> !each.good()).thenComparing(Example::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean good() {
        return name.equals("good");
    }

    /** The migrations: a file of SQL, or a folder. */
    Path migrations() {
        Path file = folder.resolve(name + ".sql");
        return Files.exists(file) ? file : folder.resolve(name);
    }

    /** What comes of a bad case. */
    Path expected() {
        return folder.resolve(name.replaceFirst("^bad", "expected") + ".md");
    }

    /** Whether the case has a spec of its own. */
    boolean ownSpec() {
        return Files.exists(folder.resolve("spec-" + name + ".yaml"));
    }

    /** Whether a file of the folder belongs to the case. */
    boolean uses(String file) {
        return file.equals(migrations().getFileName().toString())
                || file.equals(name + ".2.sql")
                || file.equals("spec-" + name + ".yaml")
                || (!good() && file.equals(expected().getFileName().toString()));
    }

    private Path spec() {
        return ownSpec() ? folder.resolve("spec-" + name + ".yaml") : folder.resolve("spec.yaml");
    }

    /**
     * Lays the case out as a user would.
     *
     * @return the spec's file
     */
    Path layOut(Path into) throws IOException {
        Path migrations = Files.createDirectories(into).resolve("migrations");
        if (Files.isDirectory(migrations())) {
            copy(migrations(), migrations);
            return Files.copy(spec(), into.resolve("spec.yaml"));
        }
        Files.createDirectory(migrations);
        Files.copy(migrations(), migrations.resolve("001.sql"));
        Path second = folder.resolve(name + ".2.sql");
        if (Files.exists(second)) {
            Files.copy(second, migrations.resolve("002.sql"));
        }
        return Files.copy(spec(), into.resolve("spec.yaml"));
    }

    private static void copy(Path from, Path into) throws IOException {
        for (Path each : below(from)) {
            Files.copy(each, into.resolve(from.relativize(each).toString()));
        }
    }

    private static List<Path> below(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.sorted().toList();
        }
    }

    /** The findings that the migrations announce, each as {@code VERDICT check subject}. */
    List<String> announced() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : below(migrations())) {
            if (Files.isRegularFile(file)) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines.stream()
                .map(EXPECT::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1) + " " + line.group(2) + " " + line.group(3))
                .toList();
    }

    @Override
    public String toString() {
        return kind + " " + migrations().getFileName();
    }
}
