package org.pgassay.migration.alembic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.SourceFile;

/** An Alembic project's revisions, read without running Python. */
public final class AlembicFiles {

    /** An old form of file, whose name is its id. */
    private static final String LEGACY = "[a-f0-9]+\\.py";

    /** Characters that stand for something else where revisions are named: {@code label@id}, {@code id+1}. */
    private static final String NOT_IN_IDS = ".*[@+-].*";

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
        for (Path file : all) {
            files.revision(file).ifPresent(revisions::add);
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
        try (Stream<Path> all = Files.walk(folder, recursive ? Integer.MAX_VALUE : 1)) {
            return all.filter(file -> isSource(file.getFileName().toString()))
                    .filter(file -> !folder.relativize(file).toString().contains("__pycache__"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isSource(String name) {
        return name.endsWith(".py") && !name.startsWith("__init__") && !name.startsWith(".#");
    }

    private Optional<Revision> revision(Path file) throws IOException {
        String text;
        try {
            text = SourceFile.text(file);
        } catch (MigrationException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        RevisionFile stated = RevisionFile.of(text);
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
                SourceFile.sha256(text)));
    }

    private static String id(Path file, RevisionFile stated) {
        String name = file.getFileName().toString();
        String legacy = name.matches(LEGACY) ? name.substring(0, name.length() - ".py".length()) : "";
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
        } else if (id.matches(NOT_IN_IDS)) {
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
