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
import org.pgassay.catalog.QualifiedName;
import org.pgassay.plan.ColumnStatistics;
import org.pgassay.plan.RelationStatistics;
import org.pgassay.plan.SimulationImpossibleException;
import org.pgassay.postgres.server.PostgresServer;

/**
 * Makes the planner believe that tables hold rows: writes the statistics, and makes the files as long as they would be.
 *
 * <p>The planner scales what {@code pg_class} says by the length of the file. The files are sparse: they take no room on
 * disk. They hold no rows, so that a database that this was done to serves for EXPLAIN without ANALYZE only, and is to be
 * dropped. Nobody may have read the tables in that database before, and no table may become smaller.
 */
public final class Simulation {

    /** Autovacuum is kept away from what it would find empty. */
    private static final String RELATIONS = """
            update pg_catalog.pg_class c
            set reltuples = g.tuples, relpages = g.pages, relallvisible = g.visible,
                reloptions = case when c.relkind not in ('r', 'm') then c.reloptions
                  else array(select o from pg_catalog.unnest(c.reloptions) o where o not like 'autovacuum_enabled=%')
                       || array['autovacuum_enabled=false'] end
            from rows from (pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::float4[]), pg_catalog.unnest(?::int4[]),
                   pg_catalog.unnest(?::int4[])) with ordinality g (name, tuples, pages, visible, n)
            where c.oid = pg_catalog.to_regclass(g.name)
            returning g.n, pg_catalog.pg_relation_filepath(c.oid)
            """;

    private static final String READ = "select n, pg_catalog.pg_read_binary_file(path, 0, " + TreeRoot.PAGE
            + ") from pg_catalog.unnest(?::text[]) with ordinality g (path, n)";

    /** Files are written by the way of large objects: no process need be started for it. */
    private static final String OBJECTS =
            "select pg_catalog.lo_from_bytea(0, bytes) from pg_catalog.unnest(?::bytea[]) bytes";

    private static final String WRITE = "select pg_catalog.lo_export(g.object, g.path)"
            + " from rows from (pg_catalog.unnest(?::oid[]), pg_catalog.unnest(?::text[])) g (object, path)";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** What a program that ended badly is reported as. */
    private static final String EXTERNAL_ROUTINE = "38000";

    private final Connection connection;
    private final SparseFiles files = new SparseFiles();
    private final Map<String, Integer> heights = new LinkedHashMap<>();

    private Simulation(Connection connection) {
        this.connection = connection;
    }

    /**
     * Makes sure that a server's files are free to change.
     *
     * @throws SimulationImpossibleException if they are not
     */
    public static void require(PostgresServer server) {
        if (!server.ephemeral()) {
            throw new SimulationImpossibleException("What a plan is at a stated size is tried by changing system tables"
                    + " and files of a server, which pgAssay does on its own servers only. Run with --database embedded"
                    + " or testcontainers.");
        }
    }

    /**
     * Makes the planner believe in rows.
     *
     * @param connection as the superuser, in auto-commit mode, to a clone that nobody else uses, on a server of pgAssay's own
     * @throws SimulationImpossibleException if the server does not let its system tables or its files be changed
     * @throws IllegalArgumentException if a relation or a column is not there
     * @throws SQLException if the server refuses a value, or is gone
     */
    public static void run(Connection connection, List<RelationStatistics> relations) throws SQLException {
        Simulation simulation = new Simulation(connection);
        try {
            simulation.execute("set allow_system_table_mods = on");
            simulation.writeRelations(relations);
            Map<QualifiedName, List<ColumnStatistics>> columns = new LinkedHashMap<>();
            relations.forEach(relation -> columns.put(relation.relation(), relation.columns()));
            ColumnWriter.write(connection, columns);
            simulation.execute("reset allow_system_table_mods");
            simulation.writeRoots();
            simulation.lengthen();
        } catch (SQLException e) {
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState()) || EXTERNAL_ROUTINE.equals(e.getSQLState())) {
                throw new SimulationImpossibleException(
                        "The server does not let its system tables or files be changed: " + e.getMessage()
                                + ". Run with --database embedded.",
                        e);
            }
            throw e;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void writeRelations(List<RelationStatistics> relations) throws SQLException {
        String[] paths = new String[relations.size()];
        boolean[] there = new boolean[relations.size()];
        try (PreparedStatement statement = connection.prepareStatement(RELATIONS)) {
            set(
                    statement,
                    1,
                    "text",
                    relations.stream().map(each -> each.relation().sql()).toArray());
            set(
                    statement,
                    2,
                    "float4",
                    relations.stream().map(each -> (float) each.tuples()).toArray());
            set(
                    statement,
                    3,
                    "int4",
                    relations.stream().map(each -> pages(each.pages())).toArray());
            set(
                    statement,
                    4,
                    "int4",
                    relations.stream().map(each -> pages(each.allVisible())).toArray());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    there[row.getInt(1) - 1] = true;
                    paths[row.getInt(1) - 1] = row.getString(2);
                }
            }
        }
        for (int at = 0; at < relations.size(); at++) {
            RelationStatistics relation = relations.get(at);
            if (!there[at]) {
                throw new IllegalArgumentException(
                        "there is no relation " + relation.relation().sql());
            }
            // Partitioned tables and indexes have no file.
            if (paths[at] != null) {
                files.add(paths[at], relation.pages());
                Integer height = relation.height();
                if (height != null && relation.pages() >= TreeRoot.pages(height)) {
                    heights.put(paths[at], height);
                }
            }
        }
    }

    private static int pages(long pages) {
        return (int) Math.min(pages, Integer.MAX_VALUE);
    }

    private void set(PreparedStatement statement, int at, String type, Object[] values) throws SQLException {
        statement.setArray(at, connection.createArrayOf(type, values));
    }

    private void writeRoots() throws SQLException {
        if (heights.isEmpty()) {
            return;
        }
        List<String> paths = List.copyOf(heights.keySet());
        byte[][] roots = new byte[paths.size()][];
        boolean checksums = checksums();
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            set(statement, 1, "text", paths.toArray());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    int at = row.getInt(1) - 1;
                    roots[at] = TreeRoot.of(row.getBytes(2), heights.getOrDefault(paths.get(at), 0), checksums);
                }
            }
        }
        // The files stay when the objects are rolled back.
        connection.setAutoCommit(false);
        try {
            write(roots, paths);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void write(byte[][] contents, List<String> paths) throws SQLException {
        List<Long> objects = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OBJECTS)) {
            set(statement, 1, "bytea", contents);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    objects.add(row.getLong(1));
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            set(statement, 1, "int8", objects.toArray());
            set(statement, 2, "text", paths.toArray());
            statement.execute();
        }
    }

    private boolean checksums() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_checksums")) {
            row.next();
            return row.getString(1).equals("on");
        }
    }

    /** By the server's own hands: only they reach its files whoever and wherever it runs as. */
    private void lengthen() throws SQLException {
        List<String> script = new ArrayList<>(files.script());
        if (!script.isEmpty()) {
            execute("copy (select pg_catalog.unnest(array['" + String.join("','", script) + "'])) to program 'sh -e'");
        }
    }
}
