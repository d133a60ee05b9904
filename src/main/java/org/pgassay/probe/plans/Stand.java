package org.pgassay.probe.plans;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.QueryPlans.Scale;
import org.pgassay.plan.RelationStatistics;
import org.pgassay.postgres.bulk.BulkRows;
import org.pgassay.postgres.plans.DeclaredStatistics;
import org.pgassay.postgres.plans.RestoredStatistics;
import org.pgassay.postgres.plans.Simulation;
import org.pgassay.postgres.server.Database;
import org.pgassay.probe.Bench;

/** A clone that plans are asked for, with a connection as the superuser; closing it drops it. */
final class Stand implements AutoCloseable {

    private final Database database;
    private final Connection connection;
    private final Explaining explaining;

    private Stand(Bench bench, Database database) throws SQLException {
        this.database = database;
        this.connection = bench.open(database);
        this.explaining = new Explaining(connection, bench.context(), false);
    }

    /** A clone as the migrations left the database. */
    static Stand asItIs(Bench bench) throws SQLException {
        return open(bench, List.of());
    }

    /** A clone whose planner believes in the rows that are stated. */
    static Stand at(Bench bench, Scale scale) throws SQLException {
        return open(bench, List.of(scale));
    }

    /**
     * A clone whose tables have the rows that are stated.
     *
     * @param wanted values that must be met in them, by table and column
     */
    static Stand filled(Bench bench, Scale scale, Map<QualifiedName, Map<String, List<String>>> wanted)
            throws SQLException {
        Stand stand = open(bench, List.of());
        try (Statement statement = stand.connection.createStatement()) {
            statement.execute("set statement_timeout = '10min'");
            BulkRows.fill(stand.connection, bench.catalog(), bench.samples(), bench.seed(), scale.sizes(), wanted);
            statement.execute("set statement_timeout = '60s'");
            return stand;
        } catch (SQLException | RuntimeException e) {
            stand.close();
            throw e;
        }
    }

    private static Stand open(Bench bench, List<Scale> scales) throws SQLException {
        Database database = bench.cloned();
        try {
            Stand stand = new Stand(bench, database);
            for (Scale scale : scales) {
                stand.simulate(bench, scale);
            }
            return stand;
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** What is stated of a table goes before what the file has of it. */
    private void simulate(Bench bench, Scale scale) throws SQLException {
        Map<QualifiedName, RelationStatistics> relations = new LinkedHashMap<>();
        if (scale.statistics().isPresent()) {
            RestoredStatistics.of(connection, scale.statistics().get())
                    .relations()
                    .forEach(each -> relations.put(each.relation(), each));
        }
        DeclaredStatistics.of(connection, bench.catalog(), scale.sizes())
                .forEach(each -> relations.put(each.relation(), each));
        Simulation.run(connection, List.copyOf(relations.values()));
    }

    Explaining explaining() {
        return explaining;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try (database) {
            connection.close();
        }
    }
}
