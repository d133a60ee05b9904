package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Fingerprint;
import org.pgassay.diff.Comparison;
import org.pgassay.diff.Side;
import org.pgassay.generate.LiveChange;
import org.pgassay.generate.LiveMutations;
import org.pgassay.generate.Migrated;
import org.pgassay.generate.SchemaGenerator;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.postgres.server.TestServers;

/** Comparisons of large databases, and of databases after every change that the generated schemas allow. */
@Tag("long")
class DiffAtScaleTest {

    private static final int TABLES = 10_000;

    /** Changes of one kind that are tried in one schema. */
    private static final int TRIES = 3;

    private static void make(ScratchDatabase database) throws Exception {
        for (int from = 0; from < TABLES; from += 500) {
            // In parts: one transaction would need more locks than a server has room for.
            database.run("""
                    do $$ begin for i in %d .. %d loop
                      execute format('create table t%%s (id int primary key, a text not null, b int default 0, c date, d text)', i);
                      execute format('create index on t%%s (b)', i);
                    end loop; end $$""".formatted(from, from + 499));
        }
    }

    @Test
    void twoChangesAreFoundAmongTenThousandTables() throws Exception {
        try (ScratchDatabase left = ScratchDatabase.on(18);
                ScratchDatabase right = ScratchDatabase.on(18)) {
            make(left);
            make(right);
            right.run("alter table t5000 drop column c; create table more ()");
            SideReader.Pair pair = new SideReader(Trial.servers(), VerifyOptions.defaults(), Progress.silent())
                    .read(
                            SideSource.parse(TestServers.adminUrl(left.connection())),
                            SideSource.parse(TestServers.adminUrl(right.connection())),
                            List.of());
            Comparison comparison = Comparison.of(pair.left(), pair.right(), List.of(), "public");

            assertThat(comparison.changes())
                    .extracting(change -> change.sort() + " " + change.object("public"))
                    .containsExactly("ADDED table more", "REMOVED column t5000.c");
            assertThat(comparison.total().alike()).isEqualTo(1 + TABLES * 8 - 1);
            assertThat(comparison.total().percent()).isEqualTo("99.99 %");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whateverChangesTheFingerprintIsADifference(int major, @TempDir Path folder) throws Exception {
        List<String> overlooked = new ArrayList<>();
        int found = 0;
        for (long seed = 1; seed <= 2; seed++) {
            try (Migrated migrated = Migrated.by(
                            SchemaGenerator.generate(seed, major).writeTo(folder.resolve("" + seed)), major);
                    Connection connection = migrated.open()) {
                List<String> schemas = new ArrayList<>(
                        CatalogReader.read(connection, List.of()).otherSchemas());
                Catalog before = CatalogReader.read(connection, schemas);
                for (Map.Entry<String, List<LiveChange>> kind :
                        LiveMutations.of(connection).entrySet()) {
                    for (LiveChange change :
                            kind.getValue().stream().limit(TRIES).toList()) {
                        Catalog after = after(change, connection, schemas);
                        if (after == null || Fingerprint.of(after).equals(Fingerprint.of(before))) {
                            continue;
                        }
                        found++;
                        Comparison comparison = Comparison.of(
                                new Side("before", before, major, List.of()),
                                new Side("after", after, major, List.of()),
                                List.of(),
                                "public");
                        if (comparison.changes().isEmpty()) {
                            overlooked.add(change.sql());
                        }
                    }
                }
            }
        }
        assertThat(overlooked).isEmpty();
        assertThat(found).isGreaterThan(200);
    }

    /** The catalog after a change; null if PostgreSQL refuses it. */
    private static @Nullable Catalog after(LiveChange change, Connection connection, List<String> schemas)
            throws Exception {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(change.sql());
            return CatalogReader.readWithin(connection, schemas);
        } catch (SQLException e) {
            return null;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
