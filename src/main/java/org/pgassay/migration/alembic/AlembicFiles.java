package org.pgassay.migration.alembic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.SourceFile;

/** An Alembic project's revisions, read without running Python. */
public final class AlembicFiles {

    /** An old form of file, whose name is its id. */
    private static final Pattern LEGACY = Pattern.compile("[a-f0-9]+\\.py");

    /** Characters that stand for something else where revisions are named: {@code label@id}, {@code id+1}. */
    private static final Pattern NOT_IN_IDS = Pattern.compile("[@+-]");

    private final List<String> problems = new ArrayList<>();

    private AlembicFiles() {}

    /**
     * The revisions of a project. What their files state wrongly of one another is a fault of the graph.
     *
     * @param folder that of alembic.ini; also the folder that holds {@code versions}, or that folder itself
     * @throws MigrationException with all files that cannot be read without running them, each with its line
     * @throws IOException if a folder or file cannot be read
     */
    public static RevisionGraph read(Path folder) throws IOException {
        AlembicSettings settings = AlembicSettings.of(folder);
        AlembicFiles files = new AlembicFiles();
        List<Revision> revisions = new ArrayList<>();
        Set<Path> all = new LinkedHashSet<>();
        for (Path each : settings.folders()) {
            all.addAll(files(each, settings.recursive()));
        }
        for (Source source : sources(all)) {
            files.revision(source).ifPresent(revisions::add);
        }
        List<Revision> resolved = files.resolved(revisions);
        if (!files.problems.isEmpty()) {
            throw new MigrationException(files.problems);
        } else if (resolved.isEmpty()) {
            throw new MigrationException(
                    "the folder " + settings.folders().get(0)
                            + " holds no Alembic revision, so there is nothing to apply. Name the folder that holds alembic.ini.");
        }
        return new RevisionGraph(resolved);
    }

    /** As Alembic lists them: by name, {@code __init__.py} and editors' lock files left out. */
    private static List<Path> files(Path folder, boolean recursive) throws IOException {
        // The attributes are those that the walk has read already.
        try (Stream<Path> all = Files.find(
                folder,
                recursive ? Integer.MAX_VALUE : 1,
                (file, attributes) -> isSource(file.getFileName().toString())
                        && (attributes.isRegularFile() || Files.isRegularFile(file)))) {
            return all.filter(file ->
                            !recursive || !folder.relativize(file).toString().contains("__pycache__"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isSource(String name) {
        return name.endsWith(".py") && !name.startsWith("__init__") && !name.startsWith(".#");
    }

    /**
     * A file as it was read.
     *
     * @param problem why it could not be; empty if it could
     * @param checksum sha-256 of its text
     */
    private record Source(Path file, RevisionFile stated, String checksum, String problem) {}

    /** Each file is read by itself, so several at once; their order stays. */
    private static List<Source> sources(Collection<Path> files) throws IOException {
        try {
            return files.parallelStream().map(AlembicFiles::source).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Source source(Path file) {
        try {
            String text = SourceFile.text(file);
            return new Source(file, RevisionFile.of(text), SourceFile.sha256(text), "");
        } catch (MigrationException e) {
            return new Source(file, RevisionFile.of(""), "", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Revision> revision(Source source) {
        if (!source.problem().isEmpty()) {
            problems.add(source.problem());
            return Optional.empty();
        }
        Path file = source.file();
        RevisionFile stated = source.stated();
        int before = problems.size();
        stated.problems()
                .forEach((line, problem) -> problems.add(file + ":" + line + ": " + problem
                        + ", so it cannot be told without running the file. Write it as a literal."));
        String id = id(file, stated);
        if (problems.size() == before) {
            missing(file, stated, id);
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Revision(
                id,
                file,
                stated.line(RevisionFile.REVISION),
                stated.undoes() ? file : null,
                texts(stated, RevisionFile.DOWN_REVISION),
                texts(stated, RevisionFile.DEPENDS_ON),
                texts(stated, RevisionFile.BRANCH_LABELS),
                stated.title(),
                source.checksum()));
    }

    private static String id(Path file, RevisionFile stated) {
        String name = file.getFileName().toString();
        String legacy = LEGACY.matcher(name).matches() ? name.substring(0, name.length() - ".py".length()) : "";
        return stated.value(RevisionFile.REVISION)
                .filter(PythonValue::single)
                .map(value -> value.texts().get(0))
                .orElse(legacy);
    }

    /** What Alembic itself would break off at. */
    private void missing(Path file, RevisionFile stated, String id) {
        if (id.isEmpty()) {
            problems.add(file + ":" + stated.line(RevisionFile.REVISION)
                    + ": the file states no revision id, and Alembic breaks off at it. Add revision = \"…\", or move the"
                    + " file out of the folder if it is no revision.");
        } else if (stated.value(RevisionFile.DOWN_REVISION).isEmpty()) {
            problems.add(file + ":" + stated.line(RevisionFile.REVISION) + ": revision " + id
                    + " states no down_revision, and Alembic breaks off at it. Add the id of the revision that it"
                    + " follows, or down_revision = None.");
        } else if (NOT_IN_IDS.matcher(id).find()) {
            problems.add(file + ":" + stated.line(RevisionFile.REVISION) + ": the revision id '" + id
                    + "' holds one of @, + and -, which Alembic refuses. Rename it.");
        }
    }

    private static List<String> texts(RevisionFile stated, String name) {
        return stated.value(name).map(PythonValue::texts).orElse(List.of());
    }

    /** With branch labels replaced by the ids that they stand for. */
    private List<Revision> resolved(List<Revision> revisions) {
        Map<String, Revision> byLabel = new LinkedHashMap<>();
        for (Revision revision : revisions) {
            for (String label : revision.labels()) {
                Revision former = byLabel.putIfAbsent(label, revision);
                if (former != null) {
                    problems.add(revision.file() + ":" + revision.line() + ": the branch label '" + label
                            + "' is that of revision " + former.id() + " already (" + former.file() + ":"
                            + former.line() + "), and Alembic breaks off at it. Rename one of them.");
                }
            }
        }
        return revisions.stream().map(revision -> resolved(revision, byLabel)).toList();
    }

    private static Revision resolved(Revision revision, Map<String, Revision> byLabel) {
        return new Revision(
                revision.id(),
                revision.file(),
                revision.line(),
                revision.down(),
                ids(revision.parents(), byLabel),
                ids(revision.dependsOn(), byLabel),
                revision.labels(),
                revision.title(),
                revision.checksum());
    }

    private static List<String> ids(List<String> names, Map<String, Revision> byLabel) {
        return names.stream()
                .map(name ->
                        Optional.ofNullable(byLabel.get(name)).map(Revision::id).orElse(name))
                .toList();
    }
}
