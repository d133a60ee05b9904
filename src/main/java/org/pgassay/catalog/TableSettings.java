package org.pgassay.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table is kept, beside its columns and constraints.
 *
 * @param options the storage parameters such as {@code fillfactor=70}, those of its TOAST table as {@code toast.…}, sorted
 * @param accessMethod the table access method; null for {@code heap} and for tables without storage
 * @param tablespace the tablespace; null for the database's own
 * @param replicaIdentity {@code FULL}, {@code NOTHING} or {@code USING INDEX name}; null for the default
 * @param clusteredOn the index that CLUSTER has marked, if any
 * @param ofType the composite type of a typed table, as SQL, if any
 * @param foreignServer the server of a foreign table
 * @param foreignOptions the options of a foreign table such as {@code table_name 'x'}, sorted
 */
public record TableSettings(
        List<String> options,
        @Nullable String accessMethod,
        @Nullable String tablespace,
        @Nullable String replicaIdentity,
        @Nullable String clusteredOn,
        @Nullable String ofType,
        @Nullable String foreignServer,
        List<String> foreignOptions) {

    /** A table about which nothing is set. */
    public static final TableSettings NONE =
            new TableSettings(List.of(), null, null, null, null, null, null, List.of());

    /** Copies the lists. */
    public TableSettings {
        options = List.copyOf(options);
        foreignOptions = List.copyOf(foreignOptions);
    }
}
