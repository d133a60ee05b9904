package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.generate.Migrated;
import org.pgassay.postgres.rows.Rows;
import org.pgassay.rows.Outcome;

/** Schemas that nobody wrote for this purpose: every table of them takes rows that were made up. */
class RowsOfRealSchemasTest {

    private static final int EACH = 5;

    @ParameterizedTest
    @EnumSource
    void everyTableOfAProductTakesRows(ThirdPartySchemas schema, @TempDir Path folder) throws Exception {
        everyTableTakesRows(schema.writeTo(folder.resolve("migrations")), 18);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void everyTableOfKontaliTakesRows(int major) throws Exception {
        everyTableTakesRows(Path.of("schema-specs/kontali-erp/migrations"), major, "kontali_app");
    }

    /** Those that were delivered too, with all their faults: how many tables are filled, of how many there are. */
    @ParameterizedTest
    @CsvSource({
        "kontali-erp, schema-specs/kontali-erp/migrations, 17, 17",
        "nabavkidata as delivered, src/test/resources/nabavkidata/as-delivered, 32, 32"
    })
    void tablesOfTheSystemsAreFilled(String system, Path migrations, int filled, int total) throws Exception {
        assertFilled(system, migrations, filled, total);
    }

    /** The database that a run of Alembic left behind. */
    @Test
    void tablesOfSuperinsightAsDeliveredAreFilled(@TempDir Path folder) throws Exception {
        Files.copy(Path.of("src/test/resources/superinsight/as-delivered/partial.sql"), folder.resolve("001.sql"));

        assertFilled("superinsight as delivered", folder, 25, 25);
    }

    private static void assertFilled(String system, Path migrations, int filled, int total) throws Exception {
        try (Migrated migrated = Migrated.by(migrations, 18, "kontali_app");
                Connection connection = migrated.open()) {
            Map<Boolean, List<Outcome>> outcomes = Rows.in(connection).makeAll(1, 0).stream()
                    .collect(Collectors.partitioningBy(Outcome.Made.class::isInstance));
            List<Outcome> made = Objects.requireNonNull(outcomes.get(true));
            List<Outcome> refused = Objects.requireNonNull(outcomes.get(false));

            assertThat(List.of(made.size(), made.size() + refused.size()))
                    .as(system + " without a row: " + refused)
                    .containsExactly(filled, total);
        }
    }

    private static void everyTableTakesRows(Path migrations, int major, String... roles) throws Exception {
        try (Migrated migrated = Migrated.by(migrations, major, roles);
                Connection connection = migrated.open()) {
            Rows rows = Rows.in(connection);
            Map<QualifiedName, Integer> before = new HashMap<>();
            for (Table table : rows.catalog().tables()) {
                before.put(table.name(), rows.count(table.name()));
            }
            List<Outcome> outcomes = rows.makeAll(EACH, 0);

            assertThat(outcomes)
                    .isNotEmpty()
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Made.class));
            for (Outcome outcome : outcomes) {
                assertThat(outcome.rows()).hasSize(EACH);
                assertThat(rows.count(outcome.table()))
                        .as(outcome.table().sql())
                        .isEqualTo(before.get(outcome.table()) + EACH);
            }
        }
    }
}
