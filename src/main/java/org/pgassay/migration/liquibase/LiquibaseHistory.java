package org.pgassay.migration.liquibase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.AppliedRevisions;
import org.pgassay.migration.AppliedRevisions.Checksums;
import org.pgassay.migration.HistoryTable;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.liquibase.LiquibaseCalls.Comparison;

/** Reads what Liquibase has applied from its table, and compares it with the change sets. */
final class LiquibaseHistory {

    /** Compares change sets with the checksums that were written down of them. */
    interface Comparer {

        /**
         * How each change set compares, by id; of all in the changelog, also of those that are not for this database.
         *
         * @param written the checksums in the table, by id
         */
        Map<String, Comparison> compare(Map<String, String> written);
    }

    private LiquibaseHistory() {}

    /**
     * What a database has of the change sets.
     *
     * @param table its name, with its schema where that is needed
     * @param schemas where it is looked for, if the {@code search_path} does not lead to it
     */
    static AppliedRevisions read(
            Connection connection, RevisionGraph graph, String table, List<String> schemas, Comparer comparer)
            throws SQLException {
        @Nullable String found = HistoryTable.find(connection, table, schemas).orElse(null);
        if (found == null) {
            return new AppliedRevisions("there is no table " + table, Set.of(), Set.of());
        }
        Map<String, String> written = new LinkedHashMap<>();
        Set<String> failed = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                // The server has quoted the name.
                ResultSet rows =
                        statement.executeQuery("select filename, id, author, exectype, coalesce(md5sum, '') from "
                                + found + " order by dateexecuted, orderexecuted")) {
            while (rows.next()) {
                String id =
                        LiquibaseFiles.path(rows.getString(1)) + "::" + rows.getString(2) + "::" + rows.getString(3);
                String outcome = rows.getString(4);
                if (outcome.equals("FAILED")) {
                    failed.add(id);
                } else if (!outcome.equals("SKIPPED")) {
                    failed.remove(id);
                    written.put(id, rows.getString(5));
                }
            }
        }
        return compared("by the table " + found, graph, written, failed, comparer.compare(written));
    }

    private static AppliedRevisions compared(
            String source,
            RevisionGraph graph,
            Map<String, String> written,
            Set<String> failed,
            Map<String, Comparison> comparisons) {
        Set<String> applied = new LinkedHashSet<>();
        Set<String> same = new LinkedHashSet<>();
        Map<String, String> edited = new LinkedHashMap<>();
        Map<String, String> open = new LinkedHashMap<>();
        for (Revision revision : graph.revisions()) {
            String id = revision.id();
            @Nullable String checksum = written.get(id);
            if (checksum == null || comparisons.get(id) == Comparison.AGAIN) {
                continue;
            }
            applied.add(id);
            if (checksum.isEmpty()) {
                open.put(id, "the table holds no checksum of it");
            } else {
                switch (comparisons.getOrDefault(id, Comparison.UNKNOWN)) {
                    case SAME -> same.add(id);
                    case EDITED -> edited.put(id, "Liquibase computes another checksum of it now than " + checksum);
                    case UNKNOWN ->
                        open.put(id, "the checksum " + checksum + " only Liquibase can compute, and it is not here");
                    case AGAIN -> throw new IllegalStateException("those that run again are left out above");
                }
            }
        }
        Set<String> unknown = new LinkedHashSet<>(written.keySet());
        unknown.removeAll(comparisons.keySet());
        return new AppliedRevisions(source, applied, unknown, failed, new Checksums(same, edited, open));
    }
}
