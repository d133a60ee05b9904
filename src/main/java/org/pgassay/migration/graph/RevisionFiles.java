package org.pgassay.migration.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.SqlFolder;
import org.pgassay.migration.alembic.AlembicFiles;
import org.pgassay.migration.flyway.FlywayFolder;
import org.pgassay.migration.liquibase.LiquibaseFiles;

/** A folder of revisions, and the tool that they are for. */
public final class RevisionFiles {

    /** The tools whose files are read. */
    public enum Tool {
        SQL,
        FLYWAY,
        LIQUIBASE,
        ALEMBIC
    }

    private RevisionFiles() {}

    /**
     * The tool that a folder's files are for, by what it holds.
     *
     * @throws MigrationException if that is not clear
     * @throws IOException if it cannot be read
     */
    public static Tool detect(Path folder) throws IOException {
        if (Files.isRegularFile(folder)) {
            return Tool.LIQUIBASE;
        } else if (Files.isRegularFile(folder.resolve("alembic.ini"))
                || Files.isDirectory(folder.resolve("versions"))) {
            return Tool.ALEMBIC;
        }
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        if (names.stream().anyMatch(name -> name.matches("(V[0-9][0-9._]*|R)__.*\\.sql"))) {
            return Tool.FLYWAY;
        } else if (!LiquibaseFiles.changelogs(folder).isEmpty()) {
            return Tool.LIQUIBASE;
        } else if (names.stream().anyMatch(name -> name.endsWith(".sql"))) {
            return Tool.SQL;
        } else if (names.stream().anyMatch(name -> name.endsWith(".py"))) {
            return Tool.ALEMBIC;
        }
        throw new MigrationException(
                "the folder " + folder + " holds neither an alembic.ini nor a changelog, nor Python or SQL files, so it"
                        + " is not clear which tool it is for. Name the folder of the migrations.");
    }

    /**
     * The revisions of a folder.
     *
     * @param folder of a Liquibase changelog also the file itself
     * @param tool that it is for; found out where nothing is given
     * @throws MigrationException if they cannot be read
     * @throws IOException if a folder or file cannot be read
     */
    public static RevisionGraph read(Path folder, Optional<Tool> tool) throws IOException {
        return switch (tool.isPresent() ? tool.get() : detect(folder)) {
            case SQL -> RevisionGraph.linear(SqlFolder.read(folder));
            case FLYWAY -> FlywayFolder.read(folder);
            case LIQUIBASE -> LiquibaseFiles.read(folder);
            case ALEMBIC -> AlembicFiles.read(folder);
        };
    }
}
