package org.pgassay.postgres.plans;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.plan.ColumnStatistics;
import org.pgassay.plan.RelationStatistics;

/**
 * Makes the planner believe that tables hold rows: writes the statistics, and makes the files as long as they would be.
 *
 * <p>The planner scales what {@code pg_class} says by the length of the file. The files are sparse: they take no room on
 * disk. They hold no rows, so that a database that this was done to serves for EXPLAIN without ANALYZE only, and is to be
 * dropped. Nobody may have read the tables in that database before, and no table may become smaller.
 */
public final class Simulation {

    private static final String RELATION = """
            update pg_catalog.pg_class
            set reltuples = ?, relpages = ?, relallvisible = ?
            where oid = pg_catalog.to_regclass(?)
            returning pg_catalog.pg_relation_filepath(oid)
            """;

    private final Connection connection;
    private final List<String> script = new ArrayList<>();

    private Simulation(Connection connection) {
        this.connection = connection;
    }

    /**
     * Makes the planner believe in rows.
     *
     * @param connection as the superuser, to a clone that nobody else uses, on a server whose programs may be run
     * @throws IllegalArgumentException if a relation or a column is not there
     * @throws SQLException if the server refuses
     */
    public static void run(Connection connection, List<RelationStatistics> relations) throws SQLException {
        Simulation simulation = new Simulation(connection);
        simulation.execute("set allow_system_table_mods = on");
        Map<QualifiedName, List<ColumnStatistics>> columns = new LinkedHashMap<>();
        for (RelationStatistics relation : relations) {
            simulation.add(relation);
            columns.put(relation.relation(), relation.columns());
        }
        ColumnWriter.write(connection, columns);
        simulation.execute("reset allow_system_table_mods");
        simulation.writeFiles();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void add(RelationStatistics relation) throws SQLException {
        String name = relation.relation().sql();
        @Nullable String file;
        try (PreparedStatement statement = connection.prepareStatement(RELATION)) {
            statement.setFloat(1, (float) relation.tuples());
            statement.setInt(2, (int) Math.min(relation.pages(), Integer.MAX_VALUE));
            statement.setInt(3, (int) Math.min(relation.allVisible(), Integer.MAX_VALUE));
            statement.setString(4, name);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("there is no relation " + name);
                }
                file = row.getString(1);
            }
        }
        // Partitioned tables and indexes have no file.
        if (file != null) {
            script.addAll(SparseFile.of(file, relation.pages()));
            Integer height = relation.height();
            if (height != null && relation.pages() > height + 1) {
                script.addAll(TreeRoot.of(file, height));
            }
        }
    }

    /** The server's own hands: only they reach its files whoever and wherever it runs as. */
    private void writeFiles() throws SQLException {
        if (script.isEmpty()) {
            return;
        }
        String sql = "copy (select pg_catalog.unnest(array['" + String.join("','", script) + "'])) to program 'sh -e'";
        execute(sql);
    }
}
