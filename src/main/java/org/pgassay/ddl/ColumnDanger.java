package org.pgassay.ddl;

import org.pgassay.catalog.Column;

/** What adding a column does to a table that has rows. */
final class ColumnDanger {

    private ColumnDanger() {}

    /**
     * A default that is no constant may be computed for each row, and so is an identity or a stored expression: PostgreSQL
     * then rewrites the table; NOT NULL without any of them is refused where there are rows.
     */
    static Danger ofAdding(Column column) {
        String expression = column.defaultExpression();
        boolean computed = column.identity() != Column.Identity.NONE
                || column.generated() == Column.Generated.STORED
                || (expression != null && column.generated() == Column.Generated.NONE && expression.contains("("));
        boolean refused = column.notNull() && expression == null;
        return computed || refused ? Danger.LOCK_RISKY : Danger.ADDITIVE;
    }
}
