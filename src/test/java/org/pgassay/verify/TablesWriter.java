package org.pgassay.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pgassay.generate.LiveChange;
import org.pgassay.generate.Migrated;
import org.pgassay.postgres.catalog.CatalogReader;

/** Writes specs of tables with their columns, constraints and indexes, and of nothing else. */
final class TablesWriter implements SpecWriter {

    private static final Set<String> KINDS = Set.of(
            "table drop",
            "table rename",
            "table comment",
            "table add",
            "column drop",
            "column rename",
            "column add",
            "column type",
            "column not null",
            "column default drop",
            "column default added",
            "column comment",
            "constraint drop",
            "constraint validity",
            "constraint foreign key action",
            "constraint add",
            "index drop",
            "index unique",
            "index reversed",
            "index add");

    @Override
    public Path write(Path migrations, int major) throws Exception {
        try (Migrated migrated = Migrated.by(migrations, major);
                Connection connection = migrated.open()) {
            List<String> schemas = schemas(connection);
            Path file = migrations.resolveSibling("spec.yaml");
            Files.writeString(file, SpecOfCatalog.write(CatalogReader.read(connection, schemas), schemas));
            return file;
        }
    }

    @Override
    public boolean covers(LiveChange change) {
        return KINDS.contains(change.kind());
    }

    /** A NOT NULL that is not valid, new in 18, is not in the spec language. */
    @Override
    public int newest() {
        return 17;
    }

    private static List<String> schemas(Connection connection) throws Exception {
        List<String> schemas = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select nspname from pg_catalog.pg_namespace where nspname !~ '^pg_'"
                                + " and nspname <> 'information_schema' order by nspname <> 'public', nspname")) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        return schemas;
    }
}
