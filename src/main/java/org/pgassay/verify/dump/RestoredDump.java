package org.pgassay.verify.dump;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.PostgresServer;

/**
 * A dump as a database; closing it drops the database, and the roles that were made for it. Of two on one server the one
 * restored last is closed first.
 *
 * @param file the dump
 * @param dumpedFrom the version of the server that it was taken from, as it says; nothing where it does not
 * @param server where it was restored; it belongs to the pool
 * @param passedOver what was not run, in the file's order
 */
public record RestoredDump(
        Path file,
        Optional<String> dumpedFrom,
        PostgresServer server,
        Databases databases,
        Database database,
        List<PassedOver> passedOver)
        implements AutoCloseable {

    /** Copies the list. */
    public RestoredDump {
        passedOver = List.copyOf(passedOver);
    }

    /** What the database lacks of that which the dump holds; empty if it is all there. */
    public List<PassedOver> losses() {
        return passedOver.stream().filter(each -> !each.harmless()).toList();
    }

    /**
     * Drops the database and the roles.
     *
     * @throws org.pgassay.postgres.server.ServerUnavailableException if the server is gone or refuses
     */
    @Override
    public void close() {
        Subscriptions.drop(server, database);
        databases.close();
    }
}
