package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.RowTrials;
import org.pgassay.check.SeedPlan;
import org.pgassay.migration.SqlFolder;
import org.pgassay.migration.SqlRunner;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.TestServers;
import org.pgassay.probe.Bench;
import org.pgassay.probe.behaviour.RowExperiments;
import org.pgassay.rows.SampleRows;

/** What is tried with rows is tried in copies: the migrated database has the rows that it had. */
class UntouchedTest {

    private static final Path MIGRATIONS = Path.of("schema-specs/kontali-erp/migrations");

    @Test
    void theMigratedDatabaseHasTheRowsThatItHad() throws Exception {
        try (Databases databases = new Databases(TestServers.shared(18))) {
            databases.ensureRole("kontali_app");
            Database migrated = databases.create(null);
            Catalog catalog;
            Map<String, Long> before;
            try (Connection connection = migrated.open();
                    Statement statement = connection.createStatement()) {
                new SqlRunner(connection).apply(SqlFolder.read(MIGRATIONS));
                statement.execute("create table numbered (id bigserial primary key, n int not null)");
                statement.execute("insert into numbered (n) values (1), (2), (3)");
                catalog = CatalogReader.read(connection, List.of("public"));
                before = counts(connection, catalog);
            }
            assertThat(before).containsEntry("public.numbered", 3L).containsEntry("last number", 3L);

            List<QualifiedName> tables =
                    catalog.tables().stream().map(Table::name).toList();
            RowTrials trials = new RowExperiments(bench(databases, migrated, catalog));
            assertThat(trials.insertions(tables, RowTrials.Actor.OWNER))
                    .filteredOn(each -> each.taken() == RowTrials.Insertion.Taken.READ_BACK)
                    .as("rows were put in")
                    .hasSameSizeAs(tables);
            assertThat(trials.cascade(
                                    new QualifiedName("public", "clients"),
                                    List.of(new QualifiedName("public", "vendors")))
                            .refusal())
                    .isEmpty();

            try (Connection connection = migrated.open()) {
                assertThat(counts(connection, catalog)).isEqualTo(before);
            }
        }
    }

    private static Bench bench(Databases databases, Database migrated, Catalog catalog) {
        return new Bench(
                TestServers.shared(18),
                databases,
                migrated,
                catalog,
                "postgres",
                null,
                null,
                List.of("public"),
                Optional.empty(),
                SampleRows.none(),
                SeedPlan.NONE,
                1,
                (what, nanoseconds) -> assertThat(nanoseconds).as(what).isPositive());
    }

    private static Map<String, Long> counts(Connection connection, Catalog catalog) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (Table table : catalog.tables()) {
            counts.put(
                    table.name().sql(),
                    number(connection, "select count(*) from " + table.name().sql()));
        }
        counts.put("last number", number(connection, "select last_value from numbered_id_seq"));
        return counts;
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
