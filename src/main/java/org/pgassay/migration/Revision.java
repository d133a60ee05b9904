package org.pgassay.migration;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One migration step.
 *
 * @param id what the tool calls it; for SQL files the name without its ending
 * @param file the file that does it
 * @param line where it begins in the file, from 1
 * @param down the file that undoes it; null for none
 * @param parents the ids of the revisions that it follows, in the file's order; none for a root
 * @param dependsOn the ids of further revisions that must be applied before it
 * @param labels the names that the tool knows its branch by
 * @param title what the file says of itself; empty for nothing
 * @param checksum sha-256 of what it does, in hexadecimal; empty where there is nothing to compare it with
 */
public record Revision(
        String id,
        Path file,
        int line,
        @Nullable Path down,
        List<String> parents,
        List<String> dependsOn,
        List<String> labels,
        String title,
        String checksum) {

    /** Copies the lists. */
    public Revision {
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** A file that does one thing and names no other. */
    public Revision(String id, Path file, @Nullable Path down) {
        this(id, file, 1, down, List.of(), List.of(), List.of(), "", "");
    }

    /** The same revision after others. */
    public Revision after(List<String> ids) {
        return new Revision(id, file, line, down, ids, dependsOn, labels, title, checksum);
    }
}
