package org.pgassay.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.postgres.rows.Rows;
import org.pgassay.rows.Outcome;

/** Tables of the generator, with whatever constraints came out: nearly all take rows, and the others say why not. */
class GeneratedRowsTest {

    /**
     * What a generated schema may make impossible: a key that its table's owner may not follow, checks that contradict, a rule
     * that deletes from a published table without replica identity.
     */
    private static final List<String> IMPOSSIBLE = List.of("42501", "23514", "23505", "23P01", "42P10");

    private final List<Outcome> outcomes = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void tablesTakeRows(int major, @TempDir Path folder) throws Exception {
        for (long seed = 1; seed <= 4; seed++) {
            make(seed, major, folder);
        }
        nearlyAllAreMade();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    @Tag("long")
    void tablesOfManySeedsTakeRows(int major, @TempDir Path folder) throws Exception {
        for (long seed = 1; seed <= 50; seed++) {
            make(seed, major, folder);
        }
        nearlyAllAreMade();
    }

    private void make(long seed, int major, Path folder) throws Exception {
        Path migrations = SchemaGenerator.generate(seed, major).writeTo(folder.resolve("" + seed));
        try (Migrated migrated = Migrated.by(migrations, major);
                Connection connection = migrated.open()) {
            outcomes.addAll(Rows.in(connection, schemas(connection)).makeAll(3, seed));
        }
    }

    private static String[] schemas(Connection connection) throws SQLException {
        List<String> others = Rows.in(connection).catalog().otherSchemas();
        connection.setAutoCommit(true);
        return Stream.concat(Stream.of("public"), others.stream()).toArray(String[]::new);
    }

    private void nearlyAllAreMade() {
        List<Outcome> tried = outcomes.stream()
                .filter(outcome -> !(outcome instanceof Outcome.Skipped))
                .toList();
        List<Outcome.Obstacle> obstacles = tried.stream()
                .filter(Outcome.Obstacle.class::isInstance)
                .map(Outcome.Obstacle.class::cast)
                .toList();

        assertThat(tried).hasSizeGreaterThan(20);
        assertThat(obstacles).allSatisfy(obstacle -> {
            assertThat(obstacle.sqlState()).as(obstacle.message()).isIn(IMPOSSIBLE);
            assertThat(obstacle.message()).contains(obstacle.table().sql());
        });
        assertThat(obstacles.size() * 100.0 / tried.size())
                .as(obstacles.toString())
                .isLessThan(3);
    }
}
