package org.pgassay.probe.immutability;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Names;
import org.pgassay.probe.Bench;
import org.pgassay.probe.TenantContext;

/** Finds out whose a row is. */
final class TenantOf {

    private final Bench bench;
    private final Connection superuser;

    TenantOf(Bench bench, Connection superuser) {
        this.bench = bench;
        this.superuser = superuser;
    }

    /** The values of the tenant columns: those of the row, and what the rows say that these refer to. */
    Map<String, @Nullable String> of(Table table, Map<String, @Nullable String> values) throws SQLException {
        Optional<TenantContext> context = bench.context();
        Map<String, @Nullable String> tenant = new LinkedHashMap<>();
        if (context.isEmpty()) {
            return tenant;
        }
        Map<String, String> columns = context.get().columns();
        columns.forEach((column, root) -> {
            if (values.get(column) != null) {
                tenant.put(column, values.get(column));
            } else if (root.equals(new Names(bench.schemas()).subject(table.name()) + ".id") || isOwn(table, root)) {
                tenant.put(column, values.get(root.substring(root.lastIndexOf('.') + 1)));
            }
        });
        for (Map.Entry<String, String> column : columns.entrySet()) {
            String value = tenant.get(column.getKey());
            if (value != null) {
                complete(tenant, column.getValue(), value, columns);
            }
        }
        return tenant;
    }

    private boolean isOwn(Table table, String root) {
        int dot = root.lastIndexOf('.');
        return dot > 0
                && new Names(bench.schemas()).resolve(root.substring(0, dot)).equals(table.name());
    }

    /** What the row that a tenant column refers to says of the other ones. */
    private void complete(Map<String, @Nullable String> tenant, String root, String value, Map<String, String> columns)
            throws SQLException {
        int dot = root.lastIndexOf('.');
        QualifiedName name = new Names(bench.schemas()).resolve(root.substring(0, dot));
        Optional<Table> table = bench.catalog().table(name);
        for (String other : columns.keySet()) {
            if (tenant.get(other) == null
                    && table.isPresent()
                    && table.get().column(other).isPresent()) {
                String sql = "select " + Identifiers.quote(other) + "::text from " + name.sql() + " where "
                        + Identifiers.quote(root.substring(dot + 1)) + "::text = ?";
                try (PreparedStatement statement = superuser.prepareStatement(sql)) {
                    statement.setString(1, value);
                    try (ResultSet row = statement.executeQuery()) {
                        tenant.put(other, row.next() ? row.getString(1) : null);
                    }
                }
            }
        }
    }
}
