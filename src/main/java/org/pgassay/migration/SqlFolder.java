package org.pgassay.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of SQL files as revisions: {@code *.sql} in natural order (2 before 10); {@code X.down.sql} undoes
 * {@code X.sql} or {@code X.up.sql}.
 */
public final class SqlFolder {

    private static final String DOWN = ".down.sql";
    private static final String UP = ".up.sql";
    private static final String SQL = ".sql";

    private SqlFolder() {}

    /**
     * The folder's revisions, in the order they run.
     *
     * @throws MigrationException if there are none, if two files make the same one, or if one undoes nothing
     * @throws IOException if the folder cannot be read
     */
    public static List<Revision> read(Path folder) throws IOException {
        Map<String, Path> ups = new LinkedHashMap<>();
        Map<String, Path> downs = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            boolean down = ends(name, DOWN);
            String ending = down ? DOWN : ends(name, UP) ? UP : SQL;
            String id = name.substring(0, name.length() - ending.length());
            Path former = (down ? downs : ups).putIfAbsent(id, file);
            if (former != null) {
                throw new MigrationException("two files " + (down ? "undo" : "make") + " revision " + id + ": " + former
                        + " and " + file + ". Rename or delete one of them.");
            }
        }
        if (ups.isEmpty()) {
            throw new MigrationException("the folder " + folder + " holds no *.sql file, so there is nothing to apply."
                    + " Name the folder that holds the migrations.");
        }
        List<Revision> revisions = new ArrayList<>();
        for (Map.Entry<String, Path> up : ups.entrySet()) {
            Path file = up.getValue();
            Path down = downs.remove(up.getKey());
            revisions.add(new Revision(
                    up.getKey(), file, 1, down, List.of(), List.of(), List.of(), "", SourceFile.checksum(file)));
        }
        if (!downs.isEmpty()) {
            throw new MigrationException("nothing stands beside "
                    + downs.values().iterator().next() + " that it would undo. Add the matching .sql or .up.sql file.");
        }
        return revisions;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> ends(file.getFileName().toString(), SQL))
                    .filter(file -> !Files.isDirectory(file))
                    .map(SqlFolder::readable)
                    .sorted(Comparator.comparing(
                            (Path file) -> file.getFileName().toString(), NaturalOrder.INSTANCE))
                    .toList();
        }
    }

    /** A migration must not be passed over because the case of its ending differs. */
    private static boolean ends(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static Path readable(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new MigrationException(
                    file + " is no file, or a link that leads to none. Mend the link, or delete it.");
        }
        return file;
    }
}
