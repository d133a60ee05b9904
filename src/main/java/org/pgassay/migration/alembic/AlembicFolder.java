package org.pgassay.migration.alembic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;

/** The revisions of a folder with an alembic.ini, read from the assignments at the top of their files. */
public final class AlembicFolder {

    private static final Pattern LOCATION = Pattern.compile("(?m)^\\s*script_location\\s*[=:]\\s*(.*?)\\s*$");

    private static final Pattern STRING = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    private AlembicFolder() {}

    /**
     * The graph.
     *
     * @param folder that of alembic.ini
     * @throws MigrationException if there is none, or it holds no revision
     * @throws IOException if a file cannot be read
     */
    public static RevisionGraph read(Path folder) throws IOException {
        Path ini = folder.resolve("alembic.ini");
        if (!Files.isRegularFile(ini)) {
            throw new MigrationException(
                    "the folder " + folder + " holds no alembic.ini. Name the folder that alembic is started in.");
        }
        Matcher location = LOCATION.matcher(Files.readString(ini));
        String scripts = location.find() ? location.group(1).replace("%(here)s", ".") : "alembic";
        Path versions = folder.resolve(scripts).resolve("versions").normalize();
        if (!Files.isDirectory(versions)) {
            throw new MigrationException("the folder " + versions + ", where alembic.ini has the revisions, is not there.");
        }
        List<Revision> revisions = new ArrayList<>();
        try (Stream<Path> files = Files.list(versions)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".py")).sorted().toList()) {
                read(file, revisions);
            }
        }
        if (revisions.isEmpty()) {
            throw new MigrationException("the folder " + versions + " holds no revision, so there is nothing to apply.");
        }
        return new RevisionGraph(revisions);
    }

    private static void read(Path file, List<Revision> revisions) throws IOException {
        String text = Files.readString(file);
        List<String> id = strings(text, "revision");
        if (!id.isEmpty()) {
            revisions.add(new Revision(
                    id.get(0),
                    file,
                    1,
                    null,
                    strings(text, "down_revision"),
                    strings(text, "depends_on"),
                    strings(text, "branch_labels"),
                    "",
                    ""));
        }
    }

    private static List<String> strings(String text, String variable) {
        Matcher assignment = Pattern.compile("(?ms)^" + variable + "\\s*(?::[^=\\n]*)?=\\s*(\\(.*?\\)|\\[.*?]|[^\\n#]*)")
                .matcher(text);
        return assignment.find()
                ? STRING.matcher(assignment.group(1))
                        .results()
                        .map(each -> each.group(1) == null ? each.group(2) : each.group(1))
                        .toList()
                : List.of();
    }
}
