package org.pgassay.postgres.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pgassay.plan.RelationStatistics;
import org.pgassay.postgres.catalog.ScratchDatabase;

class FidelityTest {
    static final Path DIR = Path.of("src/test/resources/plans/fidelity");

    static String q(Connection c, String sql) throws Exception {
        try (Statement s = c.createStatement(); ResultSet r = s.executeQuery("explain (format json) " + sql)) { r.next(); return r.getString(1); }
    }
    static void shape(JsonNode n, int d, StringBuilder b) {
        b.append("  ".repeat(d)).append(n.path("Node Type").asText()).append(' ').append(n.path("Relation Name").asText("")).append(' ').append(n.path("Index Name").asText("")).append(' ').append(n.path("Join Type").asText("")).append('\n');
        for (JsonNode c : n.path("Plans")) shape(c, d + 1, b);
    }
    @Test
    void f() throws Exception {
        int major = Integer.getInteger("pg", 18);
        try (ScratchDatabase real = ScratchDatabase.on(major); ScratchDatabase empty = ScratchDatabase.on(major)) {
            long t = System.nanoTime();
            real.run(Files.readString(DIR.resolve("schema.sql"))).run(Files.readString(DIR.resolve("rows.sql"))).run("vacuum analyze");
            System.out.println("rows " + (System.nanoTime() - t) / 1_000_000);
            empty.run(Files.readString(DIR.resolve("schema.sql"))).run("checkpoint");
            String name; try (Statement st = empty.connection().createStatement(); ResultSet r = st.executeQuery("select current_database()")) { r.next(); name = r.getString(1); }
            empty.connection().close();
            org.pgassay.postgres.server.Databases dbs = new org.pgassay.postgres.server.Databases(org.pgassay.postgres.server.TestServers.shared(major));
            long t0 = System.nanoTime();
            Connection sim = dbs.cloneOf(dbs.existing(name)).open();
            System.out.println("cloned " + (System.nanoTime() - t0) / 1_000_000);
            List<RelationStatistics> statistics = StatisticsReader.read(real.connection(), List.of("public"));
            t = System.nanoTime();
            Simulation.run(sim, statistics);
            System.out.println("simulated " + (System.nanoTime() - t) / 1_000_000);
            int same = 0, all = 0;
            ObjectMapper m = new ObjectMapper();
            for (String sql : Files.readString(DIR.resolve("queries.sql")).split(";\\s*\\n")) {
                all++;
                JsonNode a = m.readTree(q(real.connection(), sql)).get(0).get("Plan");
                JsonNode b = m.readTree(q(sim, sql)).get(0).get("Plan");
                StringBuilder x = new StringBuilder(), y = new StringBuilder();
                shape(a, 0, x); shape(b, 0, y);
                double ca = a.get("Total Cost").asDouble(), cb = b.get("Total Cost").asDouble();
                boolean eq = x.toString().equals(y.toString());
                if (eq) same++;
                System.out.printf("%s %8.2f %8.2f %+5.1f%% %s%n", eq ? "same" : "DIFF", ca, cb, 100 * (cb / ca - 1), sql);
                if (!eq) System.out.println(x + "----\n" + y);
            }
            System.out.println(same + " of " + all);
        }
    }
}
