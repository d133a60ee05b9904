package org.pgassay.probe.behaviour;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.postgres.rows.RowWorkshop;
import org.pgassay.postgres.rows.TableRows;
import org.pgassay.probe.TenantContext;
import org.pgassay.rows.Outcome;

/**
 * What rows are tried with.
 *
 * @param filled what became of each table when it was to get rows
 * @param role as whom it is tried
 * @param acting whether that is another than the superuser
 * @param context what the application sets before it works
 */
record Laboratory(
        RowWorkshop workshop,
        Map<QualifiedName, Outcome> filled,
        String role,
        boolean acting,
        @Nullable TenantContext context,
        Tenants tenants) {

    Catalog catalog() {
        return workshop.catalog();
    }

    Optional<Table> table(QualifiedName name) {
        return catalog().table(name);
    }

    /** Rows that the role puts in. */
    TableRows asRole(Table table) throws SQLException {
        return workshop.rows(table, acting ? new RoleActor(role, context, tenants, table) : null);
    }

    /** Rows that the superuser puts in. */
    TableRows rows(Table table) throws SQLException {
        return workshop.rows(table, null);
    }
}
