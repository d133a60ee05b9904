package org.pgassay.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file beside the migrations that holds what each revision was when it was locked: its sha-256, so that an edit of a
 * revision that is applied somewhere is seen.
 *
 * @param file the lock file
 * @param entries by id, in the file's order
 */
public record RevisionLock(Path file, Map<String, Entry> entries) {

    /** The file's name. */
    public static final String NAME = "revisions.lock";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S.*)");

    private static final String HEAD =
            "# What each revision is, as 'pgassay graph DIR --lock' found it. Commit this file with"
                    + " the migrations.\n# A revision that is changed after this is reported: write a new one instead.\n";

    /**
     * A locked revision.
     *
     * @param checksum sha-256 in hexadecimal
     * @param line in the lock file, from 1
     */
    public record Entry(String checksum, int line) {}

    /** Copies the map, keeping its order. */
    public RevisionLock {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /**
     * The lock of a folder, if it has one.
     *
     * @throws MigrationException if it holds a line that is none of a lock
     * @throws IOException if it cannot be read
     */
    public static Optional<RevisionLock> in(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<String> lines = SourceFile.text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher entry = LINE.matcher(line);
            boolean silent = line.isBlank() || line.startsWith("#");
            if (!silent
                    && (!entry.matches()
                            || entries.putIfAbsent(entry.group(2), new Entry(entry.group(1), i + 1)) != null)) {
                throw new MigrationException(
                        file + ":" + (i + 1) + ": this is no line of a lock, which is a sha-256, two"
                                + " blanks and the id of a revision that no other line has. Take the file back from version"
                                + " control, or write it anew with 'pgassay graph DIR --lock'.");
            }
        }
        return Optional.of(new RevisionLock(file, entries));
    }

    /** What differs from what was locked. */
    public List<Fault> faults(RevisionGraph graph) {
        Map<String, Revision> byId = graph.revisions().stream()
                .collect(Collectors.toMap(Revision::id, Function.identity(), (first, second) -> first));
        List<Fault> faults = new ArrayList<>();
        entries.forEach((id, entry) -> {
            Revision revision = byId.get(id);
            if (revision == null) {
                faults.add(new Fault(
                        Fault.Kind.EDITED,
                        id,
                        "revision " + id + " is locked (" + file + ":" + entry.line()
                                + "), and no file states it any more. A database that has it cannot go on.",
                        "Bring the file back, or take the line out of the lock if no database has the revision.",
                        List.of()));
            } else if (revision.checksum().isEmpty()) {
                faults.add(new Fault(
                        Fault.Kind.EDITED,
                        id,
                        "revision " + Fault.place(revision) + " is locked (" + file + ":" + entry.line()
                                + "), and whether it is as it was cannot be told: pgAssay cannot read it by itself.",
                        "See what 'pgassay graph' says of it, or take its line out of the lock.",
                        List.of(revision)));
            } else if (!entry.checksum().equals(revision.checksum())) {
                faults.add(new Fault(
                        Fault.Kind.EDITED,
                        id,
                        "revision " + Fault.place(revision) + " differs from what was locked (" + file + ":"
                                + entry.line()
                                + "). A database that has it applied is not what the files make.",
                        "Take the change back and write it as a new revision; if no database has this one, take its line"
                                + " out of the lock and lock it again.",
                        List.of(revision)));
            }
        });
        return faults;
    }

    /** The lock's text with the revisions added that it does not have; none that it has is changed. */
    public static String text(Optional<RevisionLock> before, RevisionGraph graph) {
        Map<String, String> checksums = new LinkedHashMap<>();
        before.ifPresent(lock -> lock.entries.forEach((id, entry) -> checksums.put(id, entry.checksum())));
        graph.order().forEach(revision -> checksums.putIfAbsent(revision.id(), revision.checksum()));
        StringBuilder text = new StringBuilder(HEAD);
        checksums.forEach(
                (id, checksum) -> text.append(checksum).append("  ").append(id).append('\n'));
        return text.toString();
    }
}
