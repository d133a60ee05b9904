package org.pgassay.check.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.pgassay.migration.Revision;
import org.pgassay.migration.log.History;

/** Tells whether a revision that a tool applied did anything. */
final class Idleness {

    /**
     * What changes something, and what PostgreSQL tells no event trigger or trigger of: commands on what all databases
     * share, settings, values of sequences, large objects, maintenance.
     */
    private static final Pattern UNRECORDED = Pattern.compile(
            "(?i)\\b(create|alter|drop)\\s+(role|user|group|database|tablespace|event\\s+trigger|system)\\b"
                    + "|\\b(grant|revoke|reassign|comment\\s+on|security\\s+label|reindex|vacuum|analyze|cluster"
                    + "|setval|nextval|lo_\\w+|pg_\\w+)\\b");

    private Idleness() {}

    /** Whether it is known that the revision changed nothing, though it does not merge others either. */
    static boolean of(Revision revision, History history) {
        return history.gap().isEmpty()
                && revision.parents().size() < 2
                && history.of(revision.id())
                        .filter(deeds -> deeds.commands() == 0)
                        .isPresent()
                && !mayActUnrecorded(revision);
    }

    /** By the words of its file; where there is none to read, it may. */
    private static boolean mayActUnrecorded(Revision revision) {
        if (!Files.isRegularFile(revision.file())) {
            return true;
        }
        try {
            // In this encoding every file can be read, and the words that count are the same in all.
            String text = Files.readString(revision.file(), StandardCharsets.ISO_8859_1);
            return UNRECORDED.matcher(text).find();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of revision " + revision.id() + " cannot be read", e);
        }
    }
}
