package org.pgassay.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * A schema as migrations.
 *
 * @param name what a test shows of it
 * @param files the SQL by the name of its file, in the order of their running
 * @param features what it holds, as its generator says
 */
public record GeneratedSchema(String name, Map<String, String> files, Set<Feature> features) {

    /** Writes the migrations into a folder, which is made. */
    public Path writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
