package org.pgassay.postgres.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.pgassay.plan.RelationStatistics;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.TestServers;

/** A database with rows, and the same without, in which the planner is made to believe in them. */
final class Shop implements AutoCloseable {

    private static final Path FILES = Path.of("src/test/resources/plans/fidelity");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A query, under the heading that it stands under in the file. */
    record Query(String heading, String sql) {}

    /** How the plans of a query compare. */
    record Comparison(Query query, String realShape, String simulatedShape, double realCost, double simulatedCost) {

        boolean alike() {
            return realShape.equals(simulatedShape);
        }

        /** By how much the costs differ, as a part of the real one. */
        double costDifference() {
            return Math.abs(simulatedCost / realCost - 1);
        }
    }

    private final ScratchDatabase real;
    private final ScratchDatabase empty;
    private final Databases databases;

    /** Makes both; of the rows that the full shop has there are a part only. */
    Shop(int major, int divisor) throws SQLException, IOException {
        real = ScratchDatabase.on(major);
        empty = ScratchDatabase.on(major);
        databases = new Databases(TestServers.shared(major));
        String schema = Files.readString(FILES.resolve("schema.sql"));
        real.run("set timezone = 'UTC'; set shop.divisor = '" + divisor + "'")
                .run(schema)
                .run(Files.readString(FILES.resolve("rows.sql")))
                // Until a commit is written, VACUUM does not say that all see its rows.
                .run("checkpoint")
                .run("vacuum analyze");
        empty.run(schema);
        empty.connection().close();
    }

    static List<Query> queries() throws IOException {
        List<Query> queries = new ArrayList<>();
        String heading = "";
        for (String line : Files.readAllLines(FILES.resolve("queries.sql"))) {
            if (line.startsWith("-- ")) {
                heading = line.substring(3);
            } else {
                queries.add(new Query(heading, line.replaceFirst(";$", "")));
            }
        }
        return queries;
    }

    Connection real() {
        return real.connection();
    }

    /** A copy of the empty database; the caller closes it. */
    Database copy() throws SQLException {
        return databases.cloneOf(databases.existing(empty.name()));
    }

    /** What the statistics of the full database make of the empty one. */
    List<RelationStatistics> statistics() throws SQLException {
        return StatisticsReader.read(real.connection(), List.of("public"));
    }

    /** Compares all queries' plans. */
    List<Comparison> compare(List<RelationStatistics> statistics) throws SQLException, IOException {
        List<Comparison> comparisons = new ArrayList<>();
        try (Database copy = copy();
                Connection simulated = copy.open()) {
            Simulation.run(simulated, statistics);
            run(simulated, "set timezone = 'UTC'");
            for (Query query : queries()) {
                JsonNode there = plan(real.connection(), query.sql());
                JsonNode here = plan(simulated, query.sql());
                comparisons.add(new Comparison(
                        query,
                        shape(there),
                        shape(here),
                        there.path("Total Cost").asDouble(),
                        here.path("Total Cost").asDouble()));
            }
        }
        return comparisons;
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static JsonNode plan(Connection connection, String sql) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("explain (format json) " + sql)) {
            row.next();
            return JSON.readTree(row.getString(1)).get(0).get("Plan");
        }
    }

    /** Nodes, tables, indexes and kinds of join, in their order. */
    static String shape(JsonNode plan) {
        StringBuilder shape = new StringBuilder();
        shape(plan, 0, shape);
        return shape.toString();
    }

    private static void shape(JsonNode node, int depth, StringBuilder shape) {
        shape.append("  ".repeat(depth));
        for (String property : List.of("Node Type", "Strategy", "Partial Mode", "Join Type", "Alias", "Index Name")) {
            String value = node.path(property).asText("");
            shape.append(value).append(value.isEmpty() ? "" : " ");
        }
        shape.append('\n');
        node.path("Plans").forEach(child -> shape(child, depth + 1, shape));
    }

    @Override
    public void close() throws SQLException {
        databases.close();
        real.close();
        empty.close();
    }
}
