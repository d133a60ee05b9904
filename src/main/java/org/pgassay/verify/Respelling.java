package org.pgassay.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.Grant;
import org.pgassay.ddl.DdlStatement;
import org.pgassay.ddl.SchemaSql;
import org.pgassay.diff.Side;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.EmbeddedServers;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.postgres.server.ServerUnavailableException;

/**
 * Makes an older version's schema anew on a newer version and reads it back, so that the newer one prints it: what the
 * versions merely print otherwise is no difference then.
 */
final class Respelling {

    /** Kinds whose secrets no catalog holds, or that would connect to other servers; their definitions have no expressions. */
    private static final List<String> NOT_MADE = List.of("user mapping ", "subscription ");

    private Respelling() {}

    /**
     * The side as the version prints it; as it is where that version is not to be had, or does not take the schema: then
     * all that is printed otherwise is a difference.
     */
    static Side on(int major, Side side, EmbeddedServers servers) throws SQLException {
        if (side.majorVersion() >= major || !servers.majors().contains(major)) {
            return side;
        }
        PostgresServer server;
        try {
            server = servers.embedded(major);
        } catch (ServerUnavailableException e) {
            if (e.missing()) {
                return side;
            }
            throw e;
        }
        try (Databases databases = new Databases(server)) {
            for (String role : roles(side.catalog())) {
                if (!role.equals(Grant.PUBLIC) && !role.equals(server.superuser()) && !role.startsWith("pg_")) {
                    databases.ensureRole(role);
                }
            }
            Database database = databases.create(null);
            try (Connection connection = database.open()) {
                return made(side.catalog(), connection)
                        ? side.respelt(withSecrets(
                                CatalogReader.read(connection, side.catalog().schemas()), side.catalog()))
                        : side;
            }
        }
    }

    private static boolean made(Catalog catalog, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (DdlStatement each : SchemaSql.create(catalog)) {
                String sql = each.sql();
                if (sql != null && !isNotMade(sql.replaceFirst("(?i)^create ", ""))) {
                    statement.execute(sql);
                }
            }
            statement.execute("reset all");
            return true;
        } catch (SQLException e) {
            if (connection.isClosed()) {
                throw e;
            }
            return false;
        }
    }

    private static boolean isNotMade(String name) {
        return NOT_MADE.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith);
    }

    /** The remade catalog, with what was not made as it was read; and of the schemas that were left out, the names. */
    private static Catalog withSecrets(Catalog remade, Catalog original) {
        List<DatabaseObject> objects = new ArrayList<>(remade.objects());
        original.objects().stream()
                .filter(each -> isNotMade(each.name()))
                .forEach(objects::add);
        return new Catalog(
                remade.schemas(),
                remade.tables(),
                remade.views(),
                remade.sequences(),
                remade.routines(),
                remade.types(),
                remade.extensions(),
                remade.namespaces(),
                original.otherSchemas(),
                objects,
                remade.defaultPrivileges());
    }

    /** Every role that a definition or a privilege names. */
    private static Set<String> roles(Catalog catalog) {
        Set<String> roles = new TreeSet<>();
        catalog.tables().forEach(table -> {
            add(roles, table.grants());
            table.columns().forEach(column -> add(roles, column.grants()));
            table.policies().forEach(policy -> roles.addAll(policy.roles()));
        });
        catalog.views().forEach(view -> {
            add(roles, view.grants());
            view.columns().forEach(column -> add(roles, column.grants()));
        });
        catalog.defaultPrivileges().forEach(each -> {
            roles.add(each.role());
            add(roles, each.grants());
        });
        Stream.of(
                        catalog.sequences().stream().map(each -> each.grants()),
                        catalog.routines().stream().map(each -> each.grants()),
                        catalog.types().stream().map(each -> each.grants()),
                        catalog.namespaces().stream().map(each -> each.grants()),
                        catalog.objects().stream().map(each -> each.grants()))
                .flatMap(grants -> grants)
                .forEach(grants -> add(roles, grants));
        return roles;
    }

    private static void add(Set<String> roles, List<Grant> grants) {
        grants.forEach(grant -> roles.add(grant.role()));
    }
}
