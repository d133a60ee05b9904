package org.pgassay.postgres.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which roles there are, and what one may do beyond what it is granted. */
public final class RolePowers {

    private static final String SQL = """
            select array_remove(array[
                     case when r.rolsuper then 'SUPERUSER' end,
                     case when r.rolbypassrls then 'BYPASSRLS' end,
                     case when o.oid is not null and r.oid = o.oid then 'the owner itself' end,
                     case when o.oid is not null and r.oid <> o.oid and not r.rolsuper
                               and pg_catalog.pg_has_role(r.oid, o.oid, 'MEMBER')
                          then 'member of the owner''s role' end], null)
            from pg_catalog.pg_roles r
            left join pg_catalog.pg_roles o on o.rolname = ?
            where r.rolname = ?
            """;

    private static final String NAMES = "select rolname from pg_catalog.pg_roles";

    private RolePowers() {}

    /** The names of all roles of the server. */
    public static Set<String> names(Connection connection) throws SQLException {
        return names(connection, NAMES);
    }

    /** The names of all superusers of the server. */
    public static Set<String> superusers(Connection connection) throws SQLException {
        return names(connection, NAMES + " where rolsuper");
    }

    private static Set<String> names(Connection connection, String query) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /**
     * The powers that let a role pass by row security or ownership.
     *
     * @param role the role to look at; null for none
     * @param owner the role that owns the schema; null if none is named
     * @return null if there is no such role
     */
    public static @Nullable List<String> read(Connection connection, @Nullable String role, @Nullable String owner)
            throws SQLException {
        if (role == null) {
            return null;
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, owner);
            statement.setString(2, role);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? List.of((String[]) row.getArray(1).getArray()) : null;
            }
        }
    }
}
