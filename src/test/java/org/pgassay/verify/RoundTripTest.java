package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.migration.Revision;
import org.pgassay.migration.SqlRunner;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.postgres.server.TestServers;

/** What PostgreSQL prints of a schema, written as a spec, must verify against that schema. */
class RoundTripTest {

    @ParameterizedTest
    @ValueSource(ints = {14, 16, 18})
    void aSchemaWithOneOfEverythingVerifiesAgainstItself(int major, @TempDir Path folder)
            throws SQLException, IOException {
        String sql = new String(
                RoundTripTest.class
                        .getResourceAsStream("/org/pgassay/postgres/catalog/everything.sql")
                        .readAllBytes(),
                StandardCharsets.UTF_8);

        Report report = written(sql, major, List.of("public", "Odd \"schema\""), folder);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.results()).hasSizeGreaterThan(50);
    }

    static Report written(String sql, int major, List<String> schemas, Path folder) throws SQLException, IOException {
        PostgresServer server = TestServers.shared(major);
        Trial trial = new Trial(folder).migration("1.sql", sql);
        Catalog catalog;
        try (Databases databases = new Databases(server);
                Database database = databases.create(null);
                Connection connection = database.open()) {
            Path file = folder.resolve("migrations/1.sql");
            assertThat(new SqlRunner(connection)
                            .run(new Revision("1", file, null), file)
                            .failure())
                    .isNull();
            catalog = CatalogReader.read(connection, schemas);
        }
        return trial.verify(
                SpecOfCatalog.write(catalog, schemas), VerifyOptions.defaults().onPostgres(major));
    }
}
