package org.pgassay.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.Fingerprint;
import org.pgassay.generate.Migrated;
import org.pgassay.generate.SchemaGenerator;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.TestServers;

/** What is made from a catalog has that catalog again. */
class SchemaSqlTest {

    @ParameterizedTest
    @ValueSource(strings = {"kontali-erp", "nabavkidata", "superinsight", "kontali-erp-alembic"})
    void aSystemIsMadeAgain(String system, @TempDir Path folder) throws Exception {
        List<String> problems = again(Systems.migrations(system, folder), 18, 18, "kontali_app");
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 18", "2, 18", "3, 14"})
    void aRandomSchemaIsMadeAgain(long seed, int major, @TempDir Path folder) throws Exception {
        assertThat(again(SchemaGenerator.generate(seed, major).writeTo(folder), major, major)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    @Tag("long")
    void manyRandomSchemasAreMadeAgain(int major, @TempDir Path folder) throws Exception {
        List<String> problems = new ArrayList<>();
        for (long seed = 1; seed <= Long.getLong("pgassay.seeds", 30); seed++) {
            problems.addAll(
                    again(SchemaGenerator.generate(seed, major).writeTo(folder.resolve("" + seed)), major, major));
        }
        assertThat(problems).isEmpty();
    }

    /** What was refused, and what became another than it was. */
    private static List<String> again(Path migrations, int major, int target, String... roles) throws Exception {
        try (Migrated migrated = Migrated.by(migrations, major, roles);
                Connection source = migrated.open();
                Databases databases = new Databases(TestServers.shared(target));
                Connection empty = databases.create(null).open()) {
            Catalog catalog = Applied.withoutSecrets(Applied.catalog(source));
            List<String> problems = new ArrayList<>(Applied.run(SchemaSql.create(catalog), empty));
            Catalog made = Applied.catalog(empty);
            problems.addAll(Difference.of(catalog, made).lines("public"));
            assertThat(Fingerprint.of(made).equals(Fingerprint.of(catalog)))
                    .isEqualTo(Difference.of(catalog, made).isEmpty());
            return problems.stream().map(each -> migrations.getFileName() + ": " + each).toList();
        }
    }
}
