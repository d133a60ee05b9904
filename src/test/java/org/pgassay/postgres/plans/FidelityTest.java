package org.pgassay.postgres.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.plan.RelationStatistics;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.Database;

/** Whether the planner plans over rows that are not there as it does over those that are. */
class FidelityTest {

    /**
     * What it costs to read a page. Where a query asks for what lies behind the last value that ANALYZE saw, PostgreSQL looks
     * into the index for the very last one: it may find that no row is to be read, where otherwise it reckons with one.
     */
    private static final double ONE_PAGE = 4.01;

    /**
     * Conditions that end in the first group of a histogram, where PostgreSQL looks into the index for the first value of all.
     * That is not there, so that the histogram's first is taken, which ANALYZE drew by lot.
     */
    private static final List<String> NEAR_THE_END = List.of(
            "lower(email) < 'user1000'",
            "c.id < 20",
            "c.id < 30",
            "placed_at < '2023-01-0",
            "placed_at < '2023-01-10'");

    /** Where a table of what was found is written to, if it is asked for. */
    private static final String TABLE = System.getProperty("pgassay.fidelity", "");

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void fewRowsArePlannedAlike(int major) throws SQLException, IOException {
        try (Shop shop = new Shop(major, 100)) {
            List<Shop.Comparison> restored = shop.compare(shop.statistics());
            write("few-" + major, restored);
            hold(restored, ONE_PAGE);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = {14, 16, 18})
    void millionsOfRowsArePlannedAlike(int major) throws SQLException, IOException {
        try (Shop shop = new Shop(major, 1)) {
            List<Shop.Comparison> restored = shop.compare(shop.statistics());
            write("restored-" + major, restored);
            List<Shop.Comparison> declared = shop.compare(declared(shop));
            write("declared-" + major, declared);
            hold(restored, 0);
            assertThat(declared.stream().filter(Shop.Comparison::alike).count())
                    .as("plans alike where statistics are as a person would state them")
                    .isGreaterThanOrEqualTo(declared.size() * 3L / 4);
        }
    }

    private static List<RelationStatistics> declared(Shop shop) throws SQLException {
        try (Database copy = shop.copy();
                Connection connection = copy.open()) {
            return DeclaredStatistics.of(
                    connection, CatalogReader.read(connection, List.of("public")), ShopSizes.all());
        }
    }

    private static void hold(List<Shop.Comparison> comparisons, double allowed) {
        assertThat(comparisons).hasSizeGreaterThanOrEqualTo(120);
        List<String> others = comparisons.stream()
                .filter(each -> !each.alike())
                .map(each -> each.query().sql() + "\n" + each.realShape() + "----\n" + each.simulatedShape())
                .toList();
        assertThat(others).hasSizeLessThanOrEqualTo(comparisons.size() * 2 / 100);
        assertThat(comparisons.stream()
                        .filter(each -> each.alike() && each.costDifference() > 0.05)
                        .filter(each -> Math.abs(each.simulatedCost() - each.realCost()) > allowed)
                        .filter(each -> NEAR_THE_END.stream()
                                .noneMatch(condition -> each.query().sql().contains(condition)))
                        .map(each -> each.realCost() + " " + each.simulatedCost() + " "
                                + each.query().sql()))
                .isEmpty();
    }

    private static void write(String name, List<Shop.Comparison> comparisons) throws IOException {
        if (TABLE.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        comparisons.forEach(each -> {
            text.append("%s\t%s\t%.2f\t%.2f\t%+.2f%%\t%s%n"
                    .formatted(
                            each.alike() ? "same" : "DIFF",
                            each.query().heading(),
                            each.realCost(),
                            each.simulatedCost(),
                            100 * (each.simulatedCost() / each.realCost() - 1),
                            each.query().sql()));
            if (!each.alike()) {
                text.append(each.realShape()).append("----\n").append(each.simulatedShape());
            }
        });
        Files.writeString(Path.of(TABLE, name + ".txt"), text);
    }

    @Test
    void sameStatisticsMakeSamePlans() throws SQLException, IOException {
        try (Shop shop = new Shop(18, 1000)) {
            List<RelationStatistics> statistics = shop.statistics();
            List<String> first = plans(shop, statistics);
            for (int run = 1; run < 20; run++) {
                assertThat(plans(shop, statistics)).isEqualTo(first);
            }
        }
    }

    private static List<String> plans(Shop shop, List<RelationStatistics> statistics) throws SQLException, IOException {
        try (Database copy = shop.copy();
                Connection simulated = copy.open()) {
            Simulation.run(simulated, statistics);
            List<String> plans = new java.util.ArrayList<>();
            for (Shop.Query query : Shop.queries().subList(0, 40)) {
                plans.add(Shop.plan(simulated, query.sql()).toString());
            }
            return plans;
        }
    }
}
