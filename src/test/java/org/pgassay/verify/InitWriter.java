package org.pgassay.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgassay.generate.LiveChange;
import org.pgassay.init.InitOptions;

/** Writes specs as {@code pgassay init} does, on the servers that all tests share. */
final class InitWriter implements SpecWriter {

    private static final String ID = "round-trip";

    @Override
    public Path write(Path migrations, int major) throws Exception {
        Path file = migrations.resolveSibling(ID + ".yaml");
        String folder = migrations.getFileName().toString();
        StandingSchema.Source source = new StandingSchema.Source(
                ID, file, Optional.of(folder), "sql", Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        StandingSchema.Found found = new StandingSchema(
                        Trial.servers(), VerifyOptions.defaults().onPostgres(major), Progress.silent())
                .read(source, List.of());
        Map<String, String> files = org.pgassay.init.SpecWriter.write(
                new org.pgassay.init.SpecWriter.Standing(
                        found.schemas(), found.catalog(), found.printed(), found.migrator(), found.majorVersion()),
                new InitOptions(ID, "the migrations in " + folder, folder, "sql", null, null, null, List.of(), false));
        for (Map.Entry<String, String> each : files.entrySet()) {
            Files.writeString(file.resolveSibling(each.getKey()), each.getValue());
        }
        return file;
    }

    @Override
    public boolean covers(LiveChange change) {
        return true;
    }

    @Override
    public int newest() {
        return 18;
    }
}
