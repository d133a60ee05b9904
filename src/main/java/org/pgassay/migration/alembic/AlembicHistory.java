package org.pgassay.migration.alembic;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.AppliedRevisions;
import org.pgassay.migration.HistoryTable;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;

/** Reads what Alembic has applied: its table holds the last revision of each branch only. */
public final class AlembicHistory {

    private AlembicHistory() {}

    /**
     * The revisions that a database has.
     *
     * @param table the version table, with its schema where the spec writes that
     * @param schemas where it is looked for, if the {@code search_path} does not lead to it
     * @throws SQLException if the connection is lost, or the table is none of Alembic's
     */
    public static AppliedRevisions read(Connection connection, RevisionGraph graph, String table, List<String> schemas)
            throws SQLException {
        @Nullable String found = HistoryTable.find(connection, table, schemas).orElse(null);
        if (found == null) {
            return new AppliedRevisions("there is no table " + table, Set.of(), Set.of());
        }
        Set<String> written = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                // The server has quoted the name.
                ResultSet rows = statement.executeQuery("select version_num from " + found + " order by 1")) {
            while (rows.next()) {
                written.add(rows.getString(1));
            }
        }
        Set<String> known = graph.revisions().stream().map(Revision::id).collect(Collectors.toSet());
        Set<String> unknown = new LinkedHashSet<>(written);
        unknown.removeAll(known);
        return new AppliedRevisions("by the table " + found, graph.withAncestors(written), unknown);
    }
}
