package org.pgassay.ddl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The migrations of the systems whose specs are in this repository. */
final class Systems {

    private Systems() {}

    /** The folder that plain SQL is in; what Alembic wrote offline is copied there, without the way back. */
    static Path migrations(String system, Path folder) throws IOException {
        Path specs = Path.of("schema-specs", system);
        Path offline = specs.resolve("offline/upgrade.sql");
        if (!Files.exists(offline)) {
            return specs.resolve("migrations");
        }
        Path copy = Files.createDirectories(folder.resolve(system));
        Files.copy(offline, copy.resolve("upgrade.sql"));
        return copy;
    }
}
