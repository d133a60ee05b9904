package org.pgassay.catalog;

import java.util.List;

/**
 * The far end of a foreign key, and what happens to the near end.
 *
 * @param table the referenced table
 * @param columns the referenced columns, in the key's order
 * @param onDeleteColumns the columns that ON DELETE SET NULL or SET DEFAULT is limited to; empty for all
 */
public record ForeignKey(
        QualifiedName table,
        List<String> columns,
        Action onDelete,
        Action onUpdate,
        Match match,
        List<String> onDeleteColumns) {

    /** A referential action. */
    public enum Action {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT
    }

    /** A MATCH type. */
    public enum Match {
        SIMPLE,
        FULL,
        PARTIAL
    }

    /** Copies the lists. */
    public ForeignKey {
        columns = List.copyOf(columns);
        onDeleteColumns = List.copyOf(onDeleteColumns);
    }
}
