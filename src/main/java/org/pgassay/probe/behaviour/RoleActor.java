package org.pgassay.probe.behaviour;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.postgres.rows.Actor;
import org.pgassay.probe.TenantContext;

/** Takes a role on within the superuser's session, and for the application the context of the row's tenant. */
final class RoleActor implements Actor {

    private final String role;
    private final @Nullable TenantContext context;
    private final Tenants tenants;
    private final Table table;

    RoleActor(String role, @Nullable TenantContext context, Tenants tenants, Table table) {
        this.role = role;
        this.context = context;
        this.tenants = tenants;
        this.table = table;
    }

    @Override
    public void enter(Connection connection, Map<String, @Nullable String> values) throws SQLException {
        TenantContext entered = context;
        if (entered == null) {
            become(connection, Identifiers.quote(role));
            return;
        }
        Map<String, @Nullable String> tenant = tenants.of(connection, entered, table, values);
        become(connection, Identifiers.quote(role));
        entered.enter(connection, tenant);
    }

    @Override
    public void leave(Connection connection) throws SQLException {
        become(connection, "NONE");
    }

    private static void become(Connection connection, String who) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL ROLE " + who);
        }
    }
}
