package org.pgassay.init;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a first spec is to be written.
 *
 * @param id the spec's id
 * @param source which schema, for the spec's head, such as "that the migrations in db make"
 * @param migrations the folder of the migrations, relative to the spec; null where the database is as it stands
 * @param runner the tool that applies them
 * @param owner the role that runs the migrations, where the spec names one
 * @param application the application's role, where the spec names one
 * @param setup the file that makes the roles, relative to the spec; null for none
 * @param extensions those that the superuser creates before the migrations
 * @param split whether each group of tables gets a file of its own
 */
public record InitOptions(
        String id,
        String source,
        @Nullable String migrations,
        String runner,
        @Nullable String owner,
        @Nullable String application,
        @Nullable String setup,
        List<String> extensions,
        boolean split) {

    /** Copies the list. */
    public InitOptions {
        extensions = List.copyOf(extensions);
    }
}
