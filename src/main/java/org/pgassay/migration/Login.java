package org.pgassay.migration;

/**
 * How a tool of its own logs in to the database that it is to migrate.
 *
 * @param host a name or an address
 * @param port the TCP port
 * @param database not quoted
 * @param user who logs in; with the options, the role that is to own what is made
 * @param password of that user; it is never shown
 * @param options what the session is started with, as in {@code PGOPTIONS}; empty for nothing
 */
public record Login(String host, int port, String database, String user, String password, String options) {

    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
