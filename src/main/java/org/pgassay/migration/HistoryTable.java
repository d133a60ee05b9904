package org.pgassay.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Finds the table in which a tool writes down what it has applied. */
public final class HistoryTable {

    private static final String FIND = "select coalesce(pg_catalog.to_regclass(?), (select c.oid::pg_catalog.regclass"
            + " from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
            + " where c.relname = ? and c.relkind in ('r', 'p') and n.nspname = any (?)"
            + " order by pg_catalog.array_position(?, n.nspname::text) limit 1))::pg_catalog.text";

    private HistoryTable() {}

    /**
     * The table's name, as it stands in a statement.
     *
     * @param name with its schema and quoted where that is needed
     * @param schemas where it is looked for, if the {@code search_path} does not lead to it
     * @throws SQLException if the connection is lost
     */
    public static Optional<String> find(Connection connection, String name, List<String> schemas) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, name);
            statement.setString(2, name.replace("\"", ""));
            statement.setArray(3, connection.createArrayOf("text", schemas.toArray()));
            statement.setArray(4, connection.createArrayOf("text", schemas.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }
}
