package org.pgassay.plan;

import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;

/** Says that what is stated of a table or a column cannot be, or cannot be stored. */
public final class StatisticsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient QualifiedName table;
    private final @Nullable String column;
    private final @Nullable String value;

    /**
     * What cannot be.
     *
     * @param column as the spec has it; null if it is about the table
     * @param value the text that is at fault; null if it is no single one
     * @param message names all of them, and says what to do
     */
    public StatisticsException(QualifiedName table, @Nullable String column, @Nullable String value, String message) {
        super(message);
        this.table = table;
        this.column = column;
        this.value = value;
    }

    /** The table. */
    public QualifiedName table() {
        return table;
    }

    /** The column or expression as the spec has it; null if it is about the table. */
    public @Nullable String column() {
        return column;
    }

    /** The text that is at fault; null if it is no single one. */
    public @Nullable String value() {
        return value;
    }
}
