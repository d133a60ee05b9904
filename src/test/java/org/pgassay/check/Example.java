package org.pgassay.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A case of a kind of check: SQL, the spec that it is held against, and what must come of it.
 *
 * <p>A kind's folder holds {@code good.sql}, {@code bad.sql}, perhaps further {@code bad-X.sql}, and {@code spec.yaml}. A
 * case whose spec is another one has {@code spec-CASE.yaml}; one that takes a second revision has {@code CASE.2.sql}. What
 * comes of {@code bad-X.sql} stands in {@code expected-X.md}.
 *
 * @param kind the kind's id
 * @param name the SQL file's name without its ending
 */
record Example(String kind, Path folder, String name) {

    /** Where the examples are, from the module's folder. */
    static final Path ROOT = Path.of("src", "test", "resources", "checks");

    private static final Pattern EXPECT = Pattern.compile("--\\s*EXPECT:\\s*(\\S+)\\s+(\\S+)\\s+(.+?)\\s*");

    /** The folders of all kinds that have any file, as ids. */
    static List<String> kinds() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> ROOT.relativize(file.getParent()).toString().replace('\\', '/'))
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
                    .filter(file -> file.matches("(good|bad(-[a-z]+)?)\\.sql"))
                    .map(file -> new Example(kind, folder, file.substring(0, file.length() - ".sql".length())))
                    .sorted(Comparator.comparing((Example each) -> !each.good()).thenComparing(Example::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean good() {
        return name.equals("good");
    }

    Path sql() {
        return folder.resolve(name + ".sql");
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
        return file.equals(name + ".sql")
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
        Path migrations = Files.createDirectories(into.resolve("migrations"));
        Files.copy(sql(), migrations.resolve("001.sql"));
        Path second = folder.resolve(name + ".2.sql");
        if (Files.exists(second)) {
            Files.copy(second, migrations.resolve("002.sql"));
        }
        return Files.copy(spec(), into.resolve("spec.yaml"));
    }

    /** The findings that the SQL file announces, each as {@code VERDICT check subject}. */
    List<String> announced() throws IOException {
        return Files.readAllLines(sql()).stream()
                .map(EXPECT::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1) + " " + line.group(2) + " " + line.group(3))
                .toList();
    }

    @Override
    public String toString() {
        return kind + " " + name + ".sql";
    }
}
