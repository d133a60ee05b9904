package org.pgassay.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Schemas of real products, taken out of their jars when a test asks for them. */
public enum ThirdPartySchemas {
    CAMUNDA(() -> resources(
            "/org/camunda/bpm/engine/db/create/activiti.postgres.create.",
            "engine",
            "history",
            "identity",
            "case.engine",
            "case.history",
            "decision.engine",
            "decision.history")),
    QUARTZ(() -> resources("/org/quartz/impl/jdbcjobstore/tables_postgres", "")),
    KEYCLOAK(() -> List.of(KeycloakSchema.sql()));

    @SuppressWarnings("ImmutableEnumChecker") // The suppliers hold no state.
    private final Supplier<List<String>> scripts;

    ThirdPartySchemas(Supplier<List<String>> scripts) {
        this.scripts = scripts;
    }

    /** Writes its scripts as migrations in the order of their running. */
    public Path writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            int position = 1;
            for (String sql : scripts.get()) {
                Files.writeString(folder.resolve(position++ + "_" + name().toLowerCase(Locale.ROOT) + ".sql"), sql);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> resources(String prefix, String... names) {
        return List.of(names).stream()
                .map(name -> resource(prefix + name + ".sql"))
                .toList();
    }

    private static String resource(String resource) {
        try (InputStream in = ThirdPartySchemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
