package org.pgassay.migration.liquibase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.RevisionGraph;

/**
 * The change sets of a changelog and of all that it includes, read without Liquibase: XML, YAML, JSON and formatted SQL.
 *
 * <p>What only Liquibase can resolve, such as a parameter in an id, is refused at its line and never guessed.
 */
public final class LiquibaseFiles {

    /** What is read. */
    private static final Pattern CHANGELOG = Pattern.compile(".*\\.(xml|yaml|yml|json|sql)");

    /** What a root changelog is called. */
    private static final Pattern ROOT = Pattern.compile(
            "(?i)(db\\.)?changelog([-_.](master|root|main))?\\.(xml|yaml|yml|json)|(db[.-])?(changelog[-_.])?(master|root)\\.(xml|yaml|yml|json)"
                    + "|.*changelog[-_.]master\\.(xml|yaml|yml|json)");

    private final Path root;
    private final List<StatedChangeSet> first = new ArrayList<>();
    private final List<StatedChangeSet> sets = new ArrayList<>();
    private final List<StatedChangeSet> last = new ArrayList<>();
    private final Set<String> reading = new LinkedHashSet<>();

    private LiquibaseFiles(Path root) {
        this.root = root;
    }

    /**
     * The root changelogs in a folder, by their names.
     *
     * @throws IOException if it cannot be read
     */
    public static List<Path> changelogs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> ROOT.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /**
     * The graph of a changelog: one change set after the other, without those for other databases.
     *
     * @param changelog the root changelog, or the folder that holds it
     * @throws MigrationException if it cannot be read without Liquibase
     * @throws IOException if a file cannot be read
     */
    public static RevisionGraph read(Path changelog) throws IOException {
        Path file = changelog;
        if (Files.isDirectory(changelog)) {
            List<Path> found = changelogs(changelog);
            if (found.size() != 1) {
                throw new MigrationException("the folder " + changelog + " holds "
                        + (found.isEmpty()
                                ? "no file that is named as a root changelog is, such as changelog.xml"
                                : "several files that are named as root changelogs are: " + found)
                        + ". Name the file itself.");
            }
            file = found.get(0);
        }
        Path parent = file.getParent();
        List<StatedChangeSet> all = listing(
                parent == null ? Path.of("") : parent, file.getFileName().toString());
        List<StatedChangeSet> selected =
                all.stream().filter(StatedChangeSet::selected).toList();
        if (selected.isEmpty()) {
            throw new MigrationException("the changelog " + file
                    + " holds no change set for PostgreSQL, so there is nothing to apply. Name the root changelog.");
        }
        return RevisionGraph.linear(
                selected.stream().map(StatedChangeSet::revision).toList());
    }

    /**
     * All change sets, also those for other databases, in the order that Liquibase runs them in.
     *
     * @param root the folder that paths begin at
     * @param changelog the root changelog's path below it
     */
    static List<StatedChangeSet> listing(Path root, String changelog) throws IOException {
        LiquibaseFiles files = new LiquibaseFiles(root);
        files.changelog(path(changelog), "the call", 1);
        List<StatedChangeSet> all = new ArrayList<>(files.first);
        all.addAll(files.sets);
        all.addAll(files.last);
        return all;
    }

    private void changelog(String path, String by, int line) throws IOException {
        Path file = root.resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new MigrationException(
                    by + ":" + line + ": the changelog " + path + " is not there, looked for from "
                            + (root.toString().isEmpty() ? "this folder" : root)
                            + ". Paths begin at the folder of the root changelog, or beside the file with relativeToChangelogFile.");
        } else if (!reading.add(path)) {
            throw new MigrationException(by + ":" + line + ": the changelog " + path + " includes itself, by way of "
                    + String.join(", ", reading) + ". Take the include out.");
        }
        String name = file.getFileName().toString();
        if (name.endsWith(".sql")) {
            FormattedSql.read(file, path).forEach(this::add);
        } else if (name.endsWith(".xml")) {
            entries(ChangelogXml.read(file), file, path);
        } else if (CHANGELOG.matcher(name).matches()) {
            entries(ChangelogYaml.read(file), file, path);
        } else {
            throw new MigrationException(by + ":" + line + ": " + path
                    + " is no changelog that can be read without Liquibase: it is neither XML, YAML, JSON nor SQL.");
        }
        reading.remove(path);
    }

    private void add(StatedChangeSet set) {
        switch (set.order()) {
            case "first" -> first.add(set);
            case "last" -> last.add(set);
            default -> sets.add(set);
        }
    }

    private void entries(Element changelog, Path file, String path) throws IOException {
        if (!changelog.name().equals("databaseChangeLog")) {
            throw new MigrationException(file + ":" + changelog.line() + ": this is no changelog, but "
                    + changelog.name() + ". Move it out of the folder, or do not include it.");
        }
        String own = changelog.attribute("logicalFilePath");
        for (Element entry : changelog.children()) {
            // In YAML it is an entry of its own.
            own = entry.attributes().isEmpty() && entry.name().equals("logicalFilePath") ? entry.text() : own;
        }
        String logical = own.isEmpty() ? path : path(own);
        for (Element entry : changelog.children()) {
            switch (entry.name()) {
                case "changeSet" -> add(StatedChanges.of(entry, root, file, path, logical));
                case "include" -> include(entry, file, path);
                case "includeAll" -> includeAll(entry, file, path);
                case "modifyChangeSets", "removeChangeSetProperty" -> {
                    if (entry.name().equals("modifyChangeSets")) {
                        entries(
                                new Element(
                                        changelog.name(), changelog.attributes(), entry.children(), "", entry.line()),
                                file,
                                path);
                    }
                }
                // Preconditions, parameters and extensions make no change set.
                default -> {}
            }
        }
    }

    private void include(Element include, Path file, String path) throws IOException {
        String named = include.attribute("file");
        String target = plain(named, file, include.line());
        String resolved = resolved(target, include.is("relativeToChangelogFile"), path);
        boolean optional = include.attribute("errorIfMissing").equalsIgnoreCase("false");
        if (!optional || Files.isRegularFile(root.resolve(resolved))) {
            changelog(resolved, file.toString(), include.line());
        }
    }

    private void includeAll(Element include, Path file, String path) throws IOException {
        for (String key : List.of("filter", "resourceFilter", "resourceComparator", "minDepth", "maxDepth")) {
            if (include.attributes().containsKey(key)) {
                throw new MigrationException(file + ":" + include.line() + ": which files includeAll takes by '" + key
                        + "' only Liquibase can tell. Verify with runner: liquibase, or include the files one by one.");
            }
        }
        String target = plain(include.attribute("path"), file, include.line());
        String resolved = resolved(target, include.is("relativeToChangelogFile"), path);
        Path folder = root.resolve(resolved);
        boolean optional = include.attribute("errorIfMissingOrEmpty").equalsIgnoreCase("false");
        List<String> found =
                Files.isDirectory(folder) ? within(folder, include.attribute("endsWithFilter")) : List.of();
        if (found.isEmpty() && !optional) {
            throw new MigrationException(file + ":" + include.line() + ": includeAll finds no changelog in " + resolved
                    + ", and Liquibase breaks off at it. Correct the path, or say errorIfMissingOrEmpty=\"false\".");
        }
        for (String each : found) {
            changelog(each, file.toString(), include.line());
        }
    }

    /** In the order of their paths, folders within the folder too. */
    private List<String> within(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(each -> root.relativize(each).toString().replace('\\', '/'))
                    .filter(each -> CHANGELOG.matcher(each).matches() && each.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** A path as it stands in ids: from the root, with slashes. */
    static String path(String written) {
        String path = written.replace('\\', '/').replaceFirst("^classpath:", "").replaceFirst("^/+", "");
        return Path.of(path).normalize().toString().replace('\\', '/');
    }

    /** A path as a file names it, from the root. */
    static String resolved(String named, boolean relative, String by) {
        int slash = by.lastIndexOf('/');
        return path(relative && slash >= 0 ? by.substring(0, slash + 1) + named : named);
    }

    /**
     * A name that says all by itself.
     *
     * @throws MigrationException if it holds a parameter
     */
    static String plain(String name, Path file, int line) {
        if (name.contains("${")) {
            throw new MigrationException(file + ":" + line + ": what " + name
                    + " is, only Liquibase can tell, because of its parameter. Write it out, or verify with runner:"
                    + " liquibase.");
        }
        return name;
    }
}
