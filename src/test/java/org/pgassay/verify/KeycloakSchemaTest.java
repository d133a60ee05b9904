package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.catalog.Catalog;
import org.pgassay.generate.Migrated;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;

/** What the tests take for the schema of Keycloak is the schema that Keycloak makes. */
class KeycloakSchemaTest {

    @Test
    void everyChangeSetRunsAndTheWrittenMigrationMakesTheSame(@TempDir Path folder) throws Exception {
        try (ScratchDatabase database = ScratchDatabase.on(18);
                Migrated migrated = Migrated.by(ThirdPartySchemas.KEYCLOAK.writeTo(folder), 18);
                Connection connection = migrated.open()) {
            KeycloakSchema.make(database.connection());

            // Those that are marked have preconditions that do not hold: other databases, upgrades from a certain
            // release.
            assertThat(KeycloakSchema.outcomes(database.connection())).containsExactly("EXECUTED 173", "MARK_RAN 37");
            Catalog made = publicOf(database.connection());
            assertThat(made.tables()).hasSize(99);
            assertThat(publicOf(connection)).isEqualTo(made);
        }
    }

    private static Catalog publicOf(Connection connection) throws SQLException {
        return CatalogReader.read(connection, List.of("public"));
    }
}
