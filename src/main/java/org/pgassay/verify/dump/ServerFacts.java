package org.pgassay.verify.dump;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * What a server has of that which a dump may ask for.
 *
 * @param superuser whose password and powers the dump must leave alone
 * @param settings in lower case
 */
record ServerFacts(
        String superuser,
        Set<String> roles,
        Set<String> settings,
        Set<String> extensions,
        Set<String> tablespaces,
        Set<String> accessMethods) {

    static ServerFacts read(Connection connection, String superuser) throws SQLException {
        return new ServerFacts(
                superuser,
                names(connection, "rolname from pg_catalog.pg_roles"),
                names(connection, "pg_catalog.lower(name) from pg_catalog.pg_settings"),
                names(connection, "name from pg_catalog.pg_available_extensions"),
                names(connection, "spcname from pg_catalog.pg_tablespace"),
                names(connection, "amname from pg_catalog.pg_am where amtype = 't'"));
    }

    private static Set<String> names(Connection connection, String query) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
