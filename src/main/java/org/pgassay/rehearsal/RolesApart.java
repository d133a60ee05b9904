package org.pgassay.rehearsal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.UntriedException;

/**
 * Gives the roles that migrations made other names for a while: roles belong to the server, so that the ones of one
 * database would be in the way of the same migrations in another.
 */
final class RolesApart implements AutoCloseable {

    private final Stage stage;
    private final Map<String, String> apart = new LinkedHashMap<>();

    private RolesApart(Stage stage) {
        this.stage = stage;
    }

    static RolesApart of(Stage stage) throws SQLException {
        RolesApart roles = new RolesApart(stage);
        List<String> made = roles.made();
        if (!made.isEmpty() && !stage.server().ephemeral()) {
            throw new UntriedException(
                    "the migrations make the role " + made.get(0)
                            + ", and roles are the whole server's, so the migrations run once only on a server that is"
                            + " not pgAssay's own",
                    "Verify with --database embedded, or make the role in roles.setup.");
        }
        for (String role : made) {
            String name = "pgassay_apart_" + roles.apart.size();
            roles.run("alter role " + Identifiers.quote(role) + " rename to " + Identifiers.quote(name));
            roles.apart.put(role, name);
        }
        return roles;
    }

    /** The roles that were made since the stage was set. */
    private List<String> made() throws SQLException {
        List<String> made = new ArrayList<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select rolname from pg_catalog.pg_roles where oid >= 16384 order by oid")) {
            while (rows.next()) {
                String role = rows.getString(1);
                if (!stage.roles().contains(role) && !apart.containsValue(role)) {
                    made.add(role);
                }
            }
        }
        return made;
    }

    private Connection connection() throws SQLException {
        return stage.server().open(stage.server().initialDatabase());
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Drops the roles that were made meanwhile, and gives the others their names back. */
    @Override
    public void close() throws SQLException {
        if (stage.server().ephemeral()) {
            for (String role : made()) {
                run("drop owned by " + Identifiers.quote(role) + " cascade");
                run("drop role " + Identifiers.quote(role));
            }
        }
        for (Map.Entry<String, String> role : apart.entrySet()) {
            run("alter role " + Identifiers.quote(role.getValue()) + " rename to " + Identifiers.quote(role.getKey()));
        }
        apart.clear();
    }
}
