package org.pgassay.postgres.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.plan.StatisticsExport;
import org.pgassay.plan.StatisticsFile;
import org.pgassay.postgres.server.Database;

/** Statistics go from a server in production into one where no rows are. */
class RestoredStatisticsTest {

    private static String export(Connection connection, List<String> without) throws SQLException {
        StringBuilder file = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(StatisticsExport.query(List.of("public"), List.of(), without))) {
            while (row.next()) {
                file.append(row.getString(1)).append('\n');
            }
        }
        return file.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatIsExportedMakesTheSamePlansOnTheNewestServer(int major) throws SQLException, IOException {
        try (Shop production = new Shop(major, 100);
                Shop here = new Shop(18, 100)) {
            StatisticsFile file = StatisticsFile.read(export(production.real(), List.of()));
            RestoredStatistics restored;
            try (Database copy = here.copy();
                    Connection connection = copy.open()) {
                restored = RestoredStatistics.of(connection, file);
            }

            assertThat(restored.missing()).isEmpty();
            assertThat(here.compare(restored.relations()))
                    .filteredOn(each -> !each.alike())
                    .hasSizeLessThanOrEqualTo(Shop.queries().size() * 2 / 100);
        }
    }

    @Test
    void whatTheDatabaseDoesNotHaveIsSaidAndWhatIsNewIsReckoned() throws SQLException, IOException {
        try (Shop shop = new Shop(18, 1000)) {
            Shop.run(
                    shop.real(),
                    "create table secrets (code text); insert into secrets select 'c' || i from generate_series(1, 100) i;"
                            + " alter table carriers add old text default 'x'; drop index ix_orders_pending;"
                            + " analyze secrets; analyze carriers");
            StatisticsFile file = StatisticsFile.read(export(shop.real(), List.of()));
            try (Database copy = shop.copy();
                    Connection connection = copy.open()) {
                RestoredStatistics restored = RestoredStatistics.of(connection, file);

                assertThat(restored.missing()).containsExactly("public.carriers.old", "public.secrets");
                assertThat(restored.relations())
                        .filteredOn(each -> each.relation().name().equals("ix_orders_pending"))
                        .singleElement()
                        .satisfies(each -> assertThat(each.tuples()).isBetween(1.0, 10.0));
            }
        }
    }

    @Test
    void valuesOfColumnsThatAreLeftOutStayInProduction() throws SQLException, IOException {
        try (Shop shop = new Shop(14, 1000)) {
            assertThat(export(shop.real(), List.of())).contains("@example.org").contains("tag7");

            String file = export(shop.real(), List.of("customers.email", "ux_customers_email.*", "tags"));
            assertThat(file)
                    .doesNotContain("@example.org")
                    .doesNotContain("tag7")
                    .contains("SKU-00000001");
            assertThat(StatisticsFile.read(file).attributes())
                    .filteredOn(each -> each.statistics().column().equals("email"))
                    .singleElement()
                    .satisfies(each -> assertThat(each.statistics().distinct()).isEqualTo(-1));

            assertThat(export(shop.real(), List.of("*")))
                    .doesNotContain("most_common_vals")
                    .doesNotContain("histogram_bounds")
                    .doesNotContain("SKU-");
        }
    }
}
