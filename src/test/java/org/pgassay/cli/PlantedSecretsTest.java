package org.pgassay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.secrets.Planted;

/** Ten secrets of ten kinds are planted: each is found, and none is printed anywhere. */
class PlantedSecretsTest {

    private static final String SPEC = """
            spec: planted
            migrations: {runner: sql, path: migrations}
            seeds: {run: [seeds/*.sql]}
            tables:
              settings:
                columns:
                  value: text default 'none'
              quiet: {columns: {id: int primary key}}
            security:
              noSecretsIn: [migrations, seeds, {documents: ["docs/**/*.md", "*.env"]}, text-columns]
            """;

    private final Map<String, String> secrets = new LinkedHashMap<>();

    @TempDir
    Path folder = Path.of("");

    private String plant(String kind) {
        return secrets.computeIfAbsent(kind, each -> new Planted(2026).of(each).strip());
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void plantAll() throws IOException {
        secrets.put("role-password", "Quarter-" + "End-77");
        secrets.put("url-credentials", "Nightly-" + "Copy-5");
        write(
                "migrations/1.sql",
                "-- deployed with " + plant("aws-access-key") + "\n"
                        + "create table settings (id int primary key, value text default '" + plant("google-api-key")
                        + "',"
                        + " options jsonb, raw bytea, list text[]);\n"
                        + "create table quiet (id int);\n"
                        + "create role planted_reader login password '" + secrets.get("role-password") + "';\n"
                        + "drop role planted_reader;\n"
                        + "insert into settings (id, value, options) values (1, 'nothing', '{\"a\": [{\"b\": \""
                        + plant("openai-key")
                        + "\"}]}');\n"
                        + "insert into settings (id, value, raw, list) values (2, default, convert_to('" + plant("jwt")
                        + "', 'UTF8'), array['one', '" + plant("gitlab-token") + "']);\n");
        write("seeds/1.sql", "update settings set value = '" + plant("stripe-key") + "' where id = 1;\n");
        write(
                "docs/setup/deploy.md",
                "# Deployment\n\nUse `" + plant("github-token") + "`.\n\n" + plant("private-key") + "\n");
        write("local.env", "DATABASE_URL=postgres://app:" + secrets.get("url-credentials") + "@db.internal/app\n");
        write("spec.yaml", SPEC);
    }

    @Test
    void eachIsFoundAndNoneIsPrinted() throws IOException {
        plantAll();

        Call call = Call.of(
                "verify",
                folder.resolve("spec.yaml").toString(),
                "--reports",
                folder.resolve("reports").toString(),
                "--format",
                "md,html,json,junit,sarif");

        assertThat(call.exit()).isEqualTo(1);
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(10);
        assertThat(subjects())
                .contains(
                        "migrations/1.sql (aws-access-key)",
                        "migrations/1.sql (google-api-key)",
                        "migrations/1.sql (role-password)",
                        "migrations/1.sql (openai-key)",
                        "migrations/1.sql (jwt)",
                        "migrations/1.sql (gitlab-token)",
                        "seeds/1.sql (stripe-key)",
                        "docs/setup/deploy.md (github-token)",
                        "docs/setup/deploy.md (private-key)",
                        "local.env (url-credentials)",
                        "settings.value (google-api-key)",
                        "settings.options (openai-key)",
                        "settings.raw (jwt)",
                        "settings.list (gitlab-token)",
                        // What another check quotes is masked there.
                        "settings.value");
        for (Map.Entry<String, String> each : secrets.entrySet()) {
            assertThat(call.all()).as(each.getKey() + " on the console").doesNotContain(pieces(each.getValue()));
            for (Path file : reports()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .as(each.getKey() + " in " + file.getFileName())
                        .doesNotContain(pieces(each.getValue()));
            }
        }
    }

    /** A part of a secret is one too. */
    private static String[] pieces(String secret) {
        return secret.lines()
                .filter(line -> !line.startsWith("-----"))
                .map(line -> line.substring(line.length() / 2))
                .toArray(String[]::new);
    }

    private List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            assertThat(found).hasSizeGreaterThanOrEqualTo(5);
            return found;
        }
    }

    private List<String> subjects() throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(folder.resolve("reports/planted/report.json").toFile());
        List<String> subjects = new ArrayList<>();
        report.path("results").forEach(result -> {
            if (result.path("verdict").asText().equals("FAILED")) {
                subjects.add(result.path("subject").asText());
            }
        });
        return subjects;
    }
}
