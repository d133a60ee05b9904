package org.pgassay.ddl;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.pgassay.catalog.Catalog;
import org.pgassay.postgres.catalog.CatalogReader;

/** Runs generated SQL, and reads what came of it. */
final class Applied {

    private Applied() {}

    /** All schemas that a database has, but for those of the system. */
    static List<String> schemas(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select nspname from pg_catalog.pg_namespace"
                        + " where nspname !~ '^pg_' and nspname <> 'information_schema' order by 1")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** The catalog of all schemas. */
    static Catalog catalog(Connection connection) throws SQLException {
        return CatalogReader.read(connection, schemas(connection));
    }

    /** The catalog without the user mappings whose options no catalog holds. */
    static Catalog withoutSecrets(Catalog catalog) {
        return new Catalog(
                catalog.schemas(),
                catalog.tables(),
                catalog.views(),
                catalog.sequences(),
                catalog.routines(),
                catalog.types(),
                catalog.extensions(),
                catalog.namespaces(),
                catalog.otherSchemas(),
                catalog.objects().stream()
                        .filter(object -> !object.name().startsWith("user mapping ")
                                || !object.definition().contains(" OPTIONS ("))
                        .toList(),
                catalog.defaultPrivileges());
    }

    /** Runs each statement by itself; what PostgreSQL refuses is returned, with the reason. */
    static List<String> run(List<DdlStatement> statements, Connection connection) throws SQLException {
        List<String> refused = new ArrayList<>();
        try (Statement run = connection.createStatement()) {
            run.setEscapeProcessing(false);
            for (DdlStatement statement : statements) {
                if (statement.sql() != null) {
                    try {
                        run.execute(statement.sql());
                    } catch (SQLException e) {
                        refused.add(statement.sql() + "\n  -> " + e.getMessage());
                    }
                }
            }
            run.execute("reset all");
        }
        return refused;
    }
}
