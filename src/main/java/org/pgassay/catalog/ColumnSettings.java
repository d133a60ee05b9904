package org.pgassay.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a column is kept, beside its type and its constraints.
 *
 * @param storage {@code PLAIN}, {@code MAIN}, {@code EXTERNAL} or {@code EXTENDED}; null where it is the type's own
 * @param compression {@code pglz} or {@code lz4}; null for the server's default
 * @param statistics the statistics target; null for the server's default
 * @param options the attribute options such as {@code n_distinct=-0.5}, sorted
 * @param foreignOptions the options of a foreign table's column, sorted
 * @param identityOptions the options of an identity's sequence that are not the defaults, as CREATE SEQUENCE takes them;
 *     null where all are
 */
public record ColumnSettings(
        @Nullable String storage,
        @Nullable String compression,
        @Nullable Integer statistics,
        List<String> options,
        List<String> foreignOptions,
        @Nullable String identityOptions) {

    /** A column about which nothing is set. */
    public static final ColumnSettings NONE = new ColumnSettings(null, null, null, List.of(), List.of(), null);

    /** Copies the lists. */
    public ColumnSettings {
        options = List.copyOf(options);
        foreignOptions = List.copyOf(foreignOptions);
    }
}
