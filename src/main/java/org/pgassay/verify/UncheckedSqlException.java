package org.pgassay.verify;

import java.sql.SQLException;

/** Carries an SQLException through code that cannot declare it. */
final class UncheckedSqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException sql;

    UncheckedSqlException(SQLException sql) {
        super(sql);
        this.sql = sql;
    }

    SQLException sql() {
        return sql;
    }
}
