package org.pgassay.postgres.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what the role that reads a catalog may not see, and {@link CatalogReader} therefore cannot.
 *
 * <p>PostgreSQL lets every role read definitions, also of objects that it may not use. It hides the options of user
 * mappings from all but the user itself, the owner of the server and superusers.
 */
public final class BlindSpots {

    // The conditions are those of the view pg_user_mappings. A mapping without options looks the same.
    private static final String USER_MAPPINGS = """
            SELECT i.type || ' ' || i.identity
            FROM pg_catalog.pg_user_mappings o
            JOIN pg_catalog.pg_foreign_server s ON s.oid = o.srvid
            CROSS JOIN LATERAL pg_catalog.pg_identify_object(
                'pg_catalog.pg_user_mapping'::pg_catalog.regclass, o.umid, 0) i
            WHERE o.umid >= 16384
                AND o.umoptions IS NULL
                AND NOT (SELECT r.rolsuper FROM pg_catalog.pg_roles r WHERE r.rolname = current_user)
                AND NOT (o.umuser <> 0 AND o.usename = current_user
                    AND (pg_catalog.pg_has_role(s.srvowner, 'USAGE')
                        OR pg_catalog.has_server_privilege(s.oid, 'USAGE')))
                AND NOT (o.umuser = 0 AND pg_catalog.pg_has_role(s.srvowner, 'USAGE'))
            ORDER BY i.identity COLLATE "C"
            """;

    private BlindSpots() {}

    /** The user mappings whose options the role of the connection may not see, as a catalog names them. */
    public static List<String> userMappings(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(USER_MAPPINGS)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
