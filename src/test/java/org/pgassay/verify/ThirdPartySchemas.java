package org.pgassay.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Schemas of real products, taken out of their jars when a test asks for them. */
enum ThirdPartySchemas {
    CAMUNDA(
            "/org/camunda/bpm/engine/db/create/activiti.postgres.create.",
            List.of(
                    "engine",
                    "history",
                    "identity",
                    "case.engine",
                    "case.history",
                    "decision.engine",
                    "decision.history")),
    QUARTZ("/org/quartz/impl/jdbcjobstore/tables_postgres", List.of(""));

    private final String prefix;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed.
    private final List<String> scripts;

    ThirdPartySchemas(String prefix, List<String> scripts) {
        this.prefix = prefix;
        this.scripts = scripts;
    }

    /** Writes its scripts as migrations in the order of their running. */
    Path writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < scripts.size(); i++) {
                String resource = prefix + scripts.get(i) + ".sql";
                try (InputStream in = ThirdPartySchemas.class.getResourceAsStream(resource)) {
                    if (in == null) {
                        throw new IllegalStateException(resource + " is not on the class path");
                    }
                    String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    Files.writeString(folder.resolve((i + 1) + "_" + name().toLowerCase(Locale.ROOT) + ".sql"), sql);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
