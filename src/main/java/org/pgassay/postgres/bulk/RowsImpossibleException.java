package org.pgassay.postgres.bulk;

import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;

/** Thrown where a table does not take rows of the stated size and values. */
public final class RowsImpossibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final QualifiedName table;
    private final @Nullable String constraint;

    /**
     * Says what stood in the way.
     *
     * @param constraint the constraint, index or column that no row satisfied; null where PostgreSQL names none
     */
    public RowsImpossibleException(QualifiedName table, @Nullable String constraint, String message) {
        super(message);
        this.table = table;
        this.constraint = constraint;
    }

    /** The table. */
    public QualifiedName table() {
        return table;
    }

    /** The constraint, index or column that no row satisfied; null where PostgreSQL names none. */
    public @Nullable String constraint() {
        return constraint;
    }
}
