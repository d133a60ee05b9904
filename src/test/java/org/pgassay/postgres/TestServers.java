package org.pgassay.postgres;

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
}
