package org.pgassay.migration.alembic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.Target;

/**
 * The table in which Alembic writes down the heads of what it has applied.
 *
 * @param name as the spec writes it, with its schema where it is not found by the {@code search_path}
 */
record VersionTable(String name) {

    /**
     * The ids of all revisions that are applied: the heads that are written down, and all that they rest on.
     *
     * @throws SQLException if the connection is lost
     */
    Set<String> applied(Target target, RevisionGraph graph) throws SQLException {
        Map<String, Revision> byId = new HashMap<>();
        graph.revisions().forEach(revision -> byId.putIfAbsent(revision.id(), revision));
        Set<String> applied = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(heads(target));
        while (!open.isEmpty()) {
            String id = open.remove();
            if (applied.add(id)) {
                Revision revision = byId.get(id);
                if (revision != null) {
                    open.addAll(revision.parents());
                    open.addAll(revision.dependsOn());
                }
            }
        }
        return applied;
    }

    /** Whether a statement makes, drops or writes to the table, as those do that Alembic prints. */
    boolean isWrittenBy(String statement) {
        String part = Pattern.quote(name.substring(name.lastIndexOf('.') + 1).replace("\"", ""));
        return Pattern.compile(
                        "(?is)(insert\\s+into|update|delete\\s+from|create\\s+table|drop\\s+table)\\s+(if\\s+\\w+\\s+)?"
                                + "(\"?\\w+\"?\\.)?\"?" + part + "\"?(?!\\w).*")
                .matcher(statement)
                .matches();
    }

    /**
     * Writes down what is applied, as Alembic does it: each revision that none of the others rests on.
     *
     * @throws SQLException if the table is not there or cannot be written to
     */
    void write(Target target, RevisionGraph graph, Set<String> applied) throws SQLException {
        Set<String> heads = new LinkedHashSet<>(applied);
        for (Revision revision : graph.revisions()) {
            if (applied.contains(revision.id())) {
                revision.parents().forEach(heads::remove);
                revision.dependsOn().forEach(heads::remove);
            }
        }
        try (Connection connection = target.open()) {
            String table = found(connection);
            if (table == null) {
                throw new SQLException("the version table " + name + " is not there");
            }
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    PreparedStatement insert =
                            connection.prepareStatement("insert into " + table + " (version_num) values (?)")) {
                statement.execute("delete from " + table);
                for (String head : heads) {
                    insert.setString(1, head);
                    insert.executeUpdate();
                }
            }
            connection.commit();
        }
    }

    private Set<String> heads(Target target) throws SQLException {
        Set<String> heads = new LinkedHashSet<>();
        try (Connection connection = target.open()) {
            String table = found(connection);
            if (table == null) {
                return heads;
            }
            try (Statement statement = connection.createStatement();
                    // The server has quoted the name.
                    ResultSet rows = statement.executeQuery("select version_num from " + table)) {
                while (rows.next()) {
                    heads.add(rows.getString(1));
                }
            }
        }
        return heads;
    }

    @Nullable
    String found(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_catalog.to_regclass(?)::text")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
