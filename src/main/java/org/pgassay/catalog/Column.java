package org.pgassay.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table or view.
 *
 * @param type as {@code format_type} prints it, qualified
 * @param collation the qualified collation, where it is not the type's own
 * @param notNull whether no row can hold null; false while a NOT NULL is NOT VALID (PostgreSQL 18), which is read as a
 *     {@link Constraint} of type CHECK that is not validated: that is what it promises
 * @param defaultExpression the default, or for a generated column its expression
 * @param inherited whether it comes from a parent table only
 * @param settings how it is kept
 * @param grants the privileges on the column alone; sorted
 * @param comment the comment, if there is one
 */
public record Column(
        String name,
        String type,
        @Nullable String collation,
        boolean notNull,
        @Nullable String defaultExpression,
        Identity identity,
        Generated generated,
        boolean inherited,
        ColumnSettings settings,
        List<Grant> grants,
        @Nullable String comment) {

    /** Copies the list. */
    public Column {
        grants = List.copyOf(grants);
    }

    /** Whether the column is an identity column, and which. */
    public enum Identity {
        NONE,
        ALWAYS,
        BY_DEFAULT
    }

    /** Whether the column is computed, and how it is kept. */
    public enum Generated {
        NONE,
        STORED,
        VIRTUAL
    }

    /** The same column with another default or generation expression. */
    public Column withDefaultExpression(String expression) {
        return new Column(
                name, type, collation, notNull, expression, identity, generated, inherited, settings, grants, comment);
    }
}
