package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.postgres.server.TestServers;

/** Alembic itself, as people call it: no code of pgAssay is between it and the test. */
final class Alembic {

    private Alembic() {}

    /** Skips the test where there is no Alembic; in CI it has to be there. */
    static void require() {
        boolean there = starts();
        String missing = "the command alembic is not there: apt-get install alembic python3-psycopg2";
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as(missing).isTrue();
        }
        assumeTrue(there, missing);
    }

    private static boolean starts() {
        try {
            return new ProcessBuilder("alembic", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * What it prints.
     *
     * @param project the folder of alembic.ini
     * @throws AssertionError if it fails, with what it says
     */
    static String run(Path project, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("alembic"));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("alembic", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(project.toFile()).redirectError(errors.toFile());
            builder.environment().remove("DATABASE_URL");
            builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(command + ": " + Files.readString(errors));
            }
            return output;
        } finally {
            Files.delete(errors);
        }
    }

    /** A database's URL as SQLAlchemy takes it. */
    static String url(ScratchDatabase database) throws SQLException {
        String jdbc = TestServers.adminUrl(database.connection()).substring("jdbc:".length());
        URI uri = URI.create(jdbc.substring(0, jdbc.indexOf('?')));
        return "postgresql://outside_admin:outside-secret@" + uri.getAuthority() + uri.getPath();
    }
}
