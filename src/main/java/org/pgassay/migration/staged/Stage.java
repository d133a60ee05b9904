package org.pgassay.migration.staged;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL files that are run together.
 *
 * @param name what the stage, and the revision that it is, is called
 * @param files in the order of running, at least one
 * @param whole whether they are one transaction
 * @param errors those that are expected
 * @param rollback the file that undoes it; null for none
 */
public record Stage(
        String name,
        List<Path> files,
        boolean whole,
        List<ExpectedError> errors,
        @Nullable Path rollback) {

    /** Copies the lists. */
    public Stage {
        files = List.copyOf(files);
        errors = List.copyOf(errors);
    }
}
