package org.pgassay.probe.behaviour;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Names;
import org.pgassay.probe.TenantContext;
import org.pgassay.rows.Literals;

/** Finds the tenant that a row belongs to. */
final class Tenants {

    private final Catalog catalog;
    private final Names names;

    Tenants(Catalog catalog, Names names) {
        this.catalog = catalog;
        this.names = names;
    }

    /** The column that a tenant column refers to. */
    private record Root(QualifiedName table, String column) {}

    private Root root(String written) {
        int dot = written.lastIndexOf('.');
        String column = written.substring(dot + 1);
        return new Root(names.resolve(dot < 0 ? written : written.substring(0, dot)), column);
    }

    /** The values of the tenant columns for a row: its own, or those of some tenant that is there. */
    Map<String, @Nullable String> of(
            Connection connection, TenantContext context, Table table, Map<String, @Nullable String> values)
            throws SQLException {
        Map<String, @Nullable String> tenant = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : context.columns().entrySet()) {
            Root root = root(each.getValue());
            @Nullable String own = values.get(each.getKey());
            if (own == null && root.table().equals(table.name())) {
                own = values.get(root.column());
            }
            tenant.put(each.getKey(), own == null ? some(connection, root, tenant) : own);
        }
        return tenant;
    }

    /** The first that belongs to what is chosen already. */
    private @Nullable String some(Connection connection, Root root, Map<String, @Nullable String> chosen)
            throws SQLException {
        Optional<Table> table = catalog.table(root.table());
        if (table.isEmpty() || table.get().column(root.column()).isEmpty()) {
            return null;
        }
        List<String> conditions = new ArrayList<>();
        chosen.forEach((column, value) -> {
            if (value != null && table.get().column(column).isPresent()) {
                conditions.add(Identifiers.quote(column) + " = " + Literals.quote(value));
            }
        });
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        String column = Identifiers.quote(root.column());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CAST(" + column + " AS pg_catalog.text) FROM "
                        + root.table().sql() + where + " ORDER BY " + column + " LIMIT 1")) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
