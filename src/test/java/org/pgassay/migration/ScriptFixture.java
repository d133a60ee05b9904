package org.pgassay.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.TestServers;

/** A database of its own for each test of the runner, and a folder for its scripts. */
abstract class ScriptFixture {

    static final String OWNER = "runner_owner";

    @TempDir
    Path folder = Path.of("");

    Databases databases = new Databases(TestServers.shared());
    Database database = databases.existing("postgres");

    @BeforeEach
    void makeDatabase() throws SQLException {
        databases = new Databases(TestServers.shared());
        databases.ensureRole(OWNER);
        database = databases.create(OWNER);
    }

    @AfterEach
    void dropDatabase() {
        databases.close();
    }

    MigrationRun.Step run(String script) throws SQLException, IOException {
        return run(script.getBytes(StandardCharsets.UTF_8));
    }

    MigrationRun.Step run(byte[] script) throws SQLException, IOException {
        Path file = folder.resolve("1.sql");
        Files.write(file, script);
        try (Connection connection = database.open(OWNER)) {
            return new SqlRunner(connection).run(new Revision("1", file, null), file);
        }
    }

    static MigrationRun.Failure failure(MigrationRun.Step step) {
        MigrationRun.Failure failure = step.failure();
        assertThat(step.state()).isEqualTo(MigrationRun.State.FAILED);
        assertThat(failure).isNotNull();
        return failure == null ? new MigrationRun.Failure("", 0, 0, "", "") : failure;
    }

    static void assertApplied(MigrationRun.Step step) {
        assertThat(step.failure()).isNull();
        assertThat(step.state()).isEqualTo(MigrationRun.State.APPLIED);
    }

    String one(String sql) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    /** Runs scripts as the files 1.sql, 2.sql and so on. */
    MigrationRun runAll(String... scripts) throws SQLException, IOException {
        List<Revision> revisions = new ArrayList<>();
        for (String script : scripts) {
            String id = String.valueOf(revisions.size() + 1);
            Path file = folder.resolve(id + ".sql");
            Files.writeString(file, script);
            revisions.add(new Revision(id, file, null));
        }
        try (Connection connection = database.open(OWNER)) {
            return new SqlRunner(connection).apply(revisions);
        }
    }
}
