package org.pgassay.postgres.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Servers that all tests of a JVM share: one a major version, started when first asked for, stopped with the JVM. */
public final class TestServers {

    private static final ConcurrentMap<Integer, PostgresServer> SERVERS = new ConcurrentHashMap<>();

    private TestServers() {}

    /** The server of the newest major version. */
    public static PostgresServer shared() {
        return shared(18);
    }

    /** The server of a major version; it stops by its own shutdown hook, so do not close it. */
    public static PostgresServer shared(int major) {
        return SERVERS.computeIfAbsent(major, EmbeddedServer::start);
    }

    /** A URL with which someone from outside may do everything in a database of a server. */
    public static String adminUrl(PostgresServer server, Database database) throws SQLException {
        try (Connection connection = database.open()) {
            return adminUrl(connection);
        }
    }

    /** A URL with which someone from outside may do everything in the database that a superuser is connected to. */
    public static String adminUrl(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                      if not exists (select from pg_roles where rolname = 'outside_admin') then
                        create role outside_admin superuser login password 'outside-secret';
                      end if;
                    end $$""");
            String url = connection.getMetaData().getURL();
            return url + (url.contains("?") ? "&" : "?") + "user=outside_admin&password=outside-secret";
        }
    }
}
