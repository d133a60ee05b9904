package org.pgassay.rehearsal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;

/** Puts valid rows into tables. */
@FunctionalInterface
public interface Rows {

    /**
     * Puts rows into tables.
     *
     * @param connection in auto-commit mode, as the superuser
     * @param catalog of the database
     * @param tables which tables; of partitioned ones the root
     * @param rows how many go into each
     * @return for each table that took none, the reason
     * @throws SQLException if the connection is lost
     */
    Map<QualifiedName, String> fill(Connection connection, Catalog catalog, List<QualifiedName> tables, int rows)
            throws SQLException;
}
