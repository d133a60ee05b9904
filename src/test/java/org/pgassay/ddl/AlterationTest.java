package org.pgassay.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Difference;
import org.pgassay.generate.LiveChange;
import org.pgassay.generate.LiveMutations;
import org.pgassay.generate.LiveMutations.Effect;
import org.pgassay.generate.Migrated;
import org.pgassay.generate.SchemaGenerator;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.TestServers;

/** What is to turn one schema into another does. */
class AlterationTest {

    @ParameterizedTest
    @CsvSource({"1, 2, 18"})
    void oneRandomSchemaBecomesAnother(long from, long to, int major, @TempDir Path folder) throws Exception {
        assertThat(becomes(from, to, major, folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    @Tag("long")
    void manyRandomSchemasBecomeOthers(int major, @TempDir Path folder) throws Exception {
        List<String> problems = new ArrayList<>();
        for (long seed = 1; seed <= Long.getLong("pgassay.seeds", 15); seed++) {
            problems.addAll(becomes(seed, seed + 100, major, folder.resolve("" + seed)));
        }
        assertThat(problems).isEmpty();
    }

    private static List<String> becomes(long from, long to, int major, Path folder) throws Exception {
        try (Migrated left = migrated(from, major, folder);
                Migrated right = migrated(to, major, folder);
                Connection database = left.open();
                Connection target = right.open()) {
            Catalog wanted = Applied.withoutSecrets(Applied.catalog(target));
            return lead(database, wanted).stream().map(each -> from + " to " + to + ": " + each).toList();
        }
    }

    private static Migrated migrated(long seed, int major, Path folder) throws Exception {
        return Migrated.by(SchemaGenerator.generate(seed, major).writeTo(folder.resolve("g" + seed)), major);
    }

    /** What was refused, and what is not as wanted in the end. */
    private static List<String> lead(Connection database, Catalog wanted) throws SQLException {
        Catalog before = Applied.withoutSecrets(Applied.catalog(database));
        List<DdlStatement> statements = Alteration.between(before, wanted);
        List<String> problems = new ArrayList<>(Applied.run(statements, database));
        Catalog after = Applied.withoutSecrets(Applied.catalog(database));
        problems.addAll(Difference.of(after, wanted).lines("public"));
        return problems;
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 7})
    void oneChangeIsMadeAndTakenBack(long seed, @TempDir Path folder) throws Exception {
        assertThat(changes(seed, 18, 1, folder)).isEmpty();
    }

    /** Changes of every kind, each made by the statements and taken back by others. */
    private static List<String> changes(long seed, int major, int most, Path folder) throws Exception {
        List<String> problems = new ArrayList<>();
        try (Migrated migrated = migrated(seed, major, folder);
                Databases databases = new Databases(TestServers.shared(major));
                Connection original = migrated.open()) {
            Catalog before = Applied.withoutSecrets(Applied.catalog(original));
            List<LiveChange> changes = new ArrayList<>();
            for (Map.Entry<String, List<LiveChange>> kind : LiveMutations.of(original).entrySet()) {
                List<LiveChange> shuffled = new ArrayList<>(kind.getValue());
                Collections.shuffle(shuffled, new Random(seed));
                int taken = 0;
                for (LiveChange change : shuffled) {
                    if (taken < most && LiveMutations.tryOut(change, original) == Effect.CHANGED) {
                        changes.add(change);
                        taken++;
                    }
                }
            }
            for (LiveChange change : changes) {
                problems.addAll(change(change, original, before));
            }
        }
        return problems;
    }

    /** Each in a transaction that is rolled back, statement by statement. */
    private static List<String> change(LiveChange change, Connection connection, Catalog before) throws SQLException {
        List<String> problems = new ArrayList<>();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(change.sql());
            Catalog after = within(connection);
            problems.addAll(apply(Alteration.between(after, before), statement));
            problems.addAll(Difference.of(within(connection), before).lines("public"));
            connection.rollback();
            problems.addAll(apply(Alteration.between(before, after), statement));
            problems.addAll(Difference.of(within(connection), after).lines("public"));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return problems.stream().map(each -> change + "\n   " + each).toList();
    }

    private static Catalog within(Connection connection) throws SQLException {
        return Applied.withoutSecrets(CatalogReader.readWithin(connection, Applied.schemas(connection)));
    }

    private static List<String> apply(List<DdlStatement> statements, Statement run) throws SQLException {
        List<String> refused = new ArrayList<>();
        for (DdlStatement each : statements) {
            if (each.sql() != null) {
                var point = run.getConnection().setSavepoint();
                try {
                    run.execute(each.sql());
                } catch (SQLException e) {
                    run.getConnection().rollback(point);
                    refused.add(each.sql() + " -> " + e.getMessage());
                }
            }
        }
        return refused;
    }
}
