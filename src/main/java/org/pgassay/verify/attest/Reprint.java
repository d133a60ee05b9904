package org.pgassay.verify.attest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.View;
import org.pgassay.postgres.blueprint.SkeletonCopier;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.PostgresServer;

/** Has another version of PostgreSQL print a catalog's views: since 16 it leaves out the name of the only table. */
final class Reprint {

    private Reprint() {}

    /**
     * The same catalog with its views as that version prints them; a view that cannot be made there stays as it is.
     *
     * @param server of the version, pgAssay's own
     */
    static Catalog views(Catalog catalog, PostgresServer server) throws SQLException {
        try (Databases databases = new Databases(server);
                Database scratch = databases.create(null);
                Connection connection = scratch.open()) {
            SkeletonCopier.copy(catalog, connection);
            connection.setAutoCommit(true);
            Map<QualifiedName, String> printed = CatalogReader.read(connection, catalog.schemas()).views().stream()
                    .collect(Collectors.toMap(View::name, View::definition));
            return with(catalog, printed);
        }
    }

    private static Catalog with(Catalog catalog, Map<QualifiedName, String> printed) {
        return new Catalog(
                catalog.schemas(),
                catalog.tables(),
                catalog.views().stream()
                        .map(view -> with(view, printed.getOrDefault(view.name(), view.definition())))
                        .toList(),
                catalog.sequences(),
                catalog.routines(),
                catalog.types(),
                catalog.extensions(),
                catalog.namespaces(),
                catalog.otherSchemas(),
                catalog.objects(),
                catalog.defaultPrivileges());
    }

    private static View with(View view, String definition) {
        return new View(
                view.name(),
                view.materialized(),
                view.owner(),
                view.options(),
                view.columns(),
                view.indexes(),
                view.triggers(),
                view.rules(),
                view.settings(),
                view.grants(),
                definition,
                view.comment());
    }
}
