package org.pgassay.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the files and folders that {@code migrations} names.
 *
 * <p>It looks at the file's own words, so that a folder that is not there is found beside a runner that is not known.
 */
final class MigrationFiles {

    private static final String ALEMBIC_INI = "alembic.ini";

    private final Spec spec;
    private final Node.Mapping root;
    private final List<Problem> problems;

    private MigrationFiles(Spec spec, Node.Mapping root, List<Problem> problems) {
        this.spec = spec;
        this.root = root;
        this.problems = problems;
    }

    static void check(Spec spec, Node.Mapping root, List<Problem> problems) {
        MigrationFiles files = new MigrationFiles(spec, root, problems);
        files.checkPath();
        files.check(List.of("migrations", "offline", "upgrade"), "file", Files::isRegularFile);
        files.check(List.of("migrations", "offline", "downgrade"), "file", Files::isRegularFile);
    }

    private void checkPath() {
        List<Object> path = List.of("migrations", "path");
        boolean given = root.descend(path) != null;
        switch (spec.migrations().runner()) {
            case SQL -> {
                require(given, "the folder of the *.sql files");
                check(path, "folder", Files::isDirectory);
            }
            case FLYWAY -> {
                require(given, "the folder of the migrations");
                check(path, "folder", Files::isDirectory);
            }
            case ALEMBIC -> {
                require(given, "the folder of alembic.ini");
                if (check(path, "folder", Files::isDirectory)) {
                    checkIni(path);
                }
            }
            case LIQUIBASE -> {
                require(given, "the root changelog, such as db/changelog.xml");
                check(path, "file", Files::isRegularFile);
            }
            case COMMAND, NONE -> check(path, "folder", Files::isDirectory);
        }
    }

    private void require(boolean given, String what) {
        if (!given) {
            problems.add(new Problem(spec.migrations().location(), "the key 'path' is missing: name " + what));
        }
    }

    /** Whether it is there; true also where what is written is no name, which the JSON Schema finds. */
    private boolean check(List<Object> at, String kind, Predicate<Path> there) {
        Node node = root.descend(at);
        if (node instanceof Node.Scalar name
                && name.type() == Node.Scalar.Type.TEXT
                && !name.value().isEmpty()
                && SpecReader.path(spec.folder(), name.value()).filter(there).isEmpty()) {
            problems.add(new Problem(
                    node.location(), "the " + kind + " '" + name.value() + "' does not exist beside the spec"));
            return false;
        }
        return true;
    }

    private void checkIni(List<Object> at) {
        if (root.descend(at) instanceof Node.Scalar name
                && name.type() == Node.Scalar.Type.TEXT
                && !name.value().isEmpty()
                && SpecReader.path(spec.folder(), name.value())
                        .filter(folder -> Files.isRegularFile(folder.resolve(ALEMBIC_INI)))
                        .isEmpty()) {
            problems.add(new Problem(
                    name.location(),
                    "the folder '" + name.value()
                            + "' holds no alembic.ini; name the folder that alembic is started in"));
        }
    }
}
