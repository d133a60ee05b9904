package org.pgassay.migration.flyway;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.SourceFile;

/**
 * Flyway's files: {@code V2__words.sql} in the order of their versions, {@code R__words.sql} after them in that of their
 * words; {@code U2__words.sql} undoes a version. A folder within the folder counts too, as it does for Flyway.
 *
 * <p>A version's id is the version, such as {@code 1.2}; that of a repeatable one {@code R__} and its words.
 */
public final class FlywayFolder {

    private static final Pattern VERSIONED = Pattern.compile("([VU])([0-9]+(?:[._][0-9]+)*)__(.*)\\.sql");

    private static final Pattern REPEATABLE = Pattern.compile("(R__(.*))\\.sql");

    /** What was meant as one of these. */
    private static final Pattern MISNAMED = Pattern.compile("[VU][0-9].*\\.sql|R_[^_].*\\.sql");

    private FlywayFolder() {}

    private record Version(String id, Path file, String title) {}

    /**
     * The graph: one revision after the other.
     *
     * @throws MigrationException if there is none, or one undoes nothing
     * @throws IOException if the folder cannot be read
     */
    public static RevisionGraph read(Path folder) throws IOException {
        List<Version> versions = new ArrayList<>();
        List<Version> repeatable = new ArrayList<>();
        Map<String, Path> undo = new HashMap<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            Matcher versioned = VERSIONED.matcher(name);
            Matcher repeated = REPEATABLE.matcher(name);
            if (versioned.matches() && versioned.group(1).equals("V")) {
                versions.add(new Version(id(versioned.group(2)), file, title(versioned.group(3))));
            } else if (versioned.matches()) {
                undo.put(id(versioned.group(2)), file);
            } else if (repeated.matches()) {
                repeatable.add(new Version(repeated.group(1), file, title(repeated.group(2))));
            } else if (MISNAMED.matcher(name).matches()) {
                throw new MigrationException(
                        file + " looks like a migration, but Flyway passes over it in silence: a name"
                                + " is V1__words.sql, U1__words.sql or R__words.sql, with two underscores. Rename it, or move it"
                                + " out of the folder.");
            }
        }
        if (versions.isEmpty() && repeatable.isEmpty()) {
            throw new MigrationException("the folder " + folder + " holds no file of Flyway, such as V1__first.sql, so"
                    + " there is nothing to apply. Name the folder that holds the migrations.");
        }
        versions.sort(Comparator.comparing(Version::id, FlywayFolder::compare));
        repeatable.sort(Comparator.comparing(Version::title));
        List<Revision> revisions = new ArrayList<>();
        for (Version each : alike(versions)) {
            revisions.add(revision(each, undo.remove(each.id())));
        }
        for (Version each : repeatable) {
            revisions.add(revision(each, null));
        }
        if (!undo.isEmpty()) {
            Map.Entry<String, Path> first = undo.entrySet().iterator().next();
            throw new MigrationException(
                    first.getValue() + " undoes version " + first.getKey() + ", which no file makes. Delete it.");
        }
        return RevisionGraph.linear(revisions);
    }

    private static Revision revision(Version version, @Nullable Path undo) throws IOException {
        return new Revision(
                version.id(),
                version.file(),
                1,
                undo,
                List.of(),
                List.of(),
                List.of(),
                version.title(),
                SourceFile.checksum(version.file()));
    }

    /** To Flyway 1 and 1.0 are one version: it refuses two files of it. */
    private static List<Version> alike(List<Version> sorted) {
        List<Version> alike = new ArrayList<>();
        for (Version version : sorted) {
            Version former = alike.isEmpty() ? version : alike.get(alike.size() - 1);
            boolean same = compare(former.id(), version.id()) == 0;
            alike.add(same ? new Version(former.id(), version.file(), version.title()) : version);
        }
        return alike;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
    }

    /** As Flyway writes a version: points between its numbers, and no zeros before them. */
    private static String id(String written) {
        return Stream.of(written.split("[._]"))
                .map(part -> new BigInteger(part).toString())
                .collect(Collectors.joining("."));
    }

    private static String title(String words) {
        return words.replace('_', ' ');
    }

    static int compare(String left, String right) {
        String[] lefts = left.split("\\.", -1);
        String[] rights = right.split("\\.", -1);
        for (int i = 0; i < Math.max(lefts.length, rights.length); i++) {
            BigInteger one = i < lefts.length ? new BigInteger(lefts[i]) : BigInteger.ZERO;
            BigInteger other = i < rights.length ? new BigInteger(rights[i]) : BigInteger.ZERO;
            if (!one.equals(other)) {
                return one.compareTo(other);
            }
        }
        return 0;
    }
}
