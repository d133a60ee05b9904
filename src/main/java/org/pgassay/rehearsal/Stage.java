package org.pgassay.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.Revision;
import org.pgassay.migration.Target;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.PostgresServer;

/**
 * What rehearsals are held with.
 *
 * @param base a database as it was before the first revision, with roles and extensions; nobody is connected to it
 * @param roles the server's roles when that was made
 * @param target how the runner gets at a database
 * @param migrator the role that the runner works as
 * @param application the role that the application's queries are tried as; null for the migrator
 * @param schemas those that the spec speaks of
 * @param bookkeeping the names of tables that the tool keeps for itself
 * @param rows what fills tables
 * @param totals counts the objects of a catalog, by measure
 * @param measured takes what was measured, by name, in nanoseconds
 */
public record Stage(
        PostgresServer server,
        Databases databases,
        Database base,
        Set<String> roles,
        MigrationRunner runner,
        Function<Database, Target> target,
        String migrator,
        @Nullable String application,
        List<String> schemas,
        Set<String> bookkeeping,
        Rows rows,
        Function<Catalog, Map<String, Long>> totals,
        ObjLongConsumer<String> measured) {

    /** Copies the collections. */
    public Stage {
        roles = Set.copyOf(roles);
        schemas = List.copyOf(schemas);
        bookkeeping = Set.copyOf(bookkeeping);
    }

    /** The revisions in the order that they are applied in. */
    List<Revision> order() {
        return runner.graph().order();
    }

    boolean keeps(QualifiedName table) {
        return bookkeeping.contains(table.name());
    }

    /** A table's name as messages have it. */
    String name(QualifiedName table) {
        return table.schema().equals(schemas.get(0))
                ? table.sql().substring(table.sql().indexOf('.') + 1)
                : table.sql();
    }
}
