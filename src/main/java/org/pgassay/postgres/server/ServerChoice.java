package org.pgassay.postgres.server;

import org.jspecify.annotations.Nullable;

/** Which server to use: what the option {@code --database} says. */
public sealed interface ServerChoice {

    /** A server of our own, without Docker. */
    record Embedded() implements ServerChoice {}

    /** A server in a container. */
    record Testcontainers() implements ServerChoice {}

    /**
     * Someone's server.
     *
     * @param url its JDBC URL, which may hold a password
     */
    record External(String url) implements ServerChoice {

        /** Host, port and database: nothing secret. */
        public String address() {
            return JdbcUrl.parse(url).address();
        }

        @Override
        public String toString() {
            return "External[" + address() + "]";
        }
    }

    /**
     * Reads the option's value.
     *
     * @param value {@code embedded}, {@code testcontainers} or {@code jdbc:postgresql://…}
     * @throws IllegalArgumentException if it is none of these; the message repeats no password
     */
    static ServerChoice parse(String value) {
        if (value.equals("embedded")) {
            return new Embedded();
        }
        if (value.equals("testcontainers")) {
            return new Testcontainers();
        }
        if (value.startsWith(JdbcUrl.PREFIX)) {
            JdbcUrl.parse(value);
            return new External(value);
        }
        // Whatever else it is may hold a password: only its beginning is repeated.
        String shown = value.replaceFirst("(?s)^((?:jdbc:)?[A-Za-z0-9_.-]*).*", "$1");
        throw new IllegalArgumentException("'" + shown + (shown.length() < value.length() ? "…" : "")
                + "' is no place for a database. Write embedded, testcontainers or"
                + " jdbc:postgresql://host:port/database?user=name");
    }

    /**
     * Starts the server, or connects to it.
     *
     * @param major the major version of a server that pgAssay makes
     * @param image the container's image, or null for {@code postgres:<major>}; only for testcontainers
     * @param allowWrites whether an external server may be written to
     * @throws ServerUnavailableException if it cannot be had
     */
    default PostgresServer start(int major, @Nullable String image, boolean allowWrites) {
        if (this instanceof External external) {
            return ExternalServer.connect(external.url(), allowWrites);
        }
        if (this instanceof Testcontainers) {
            return TestcontainersServer.start(image == null ? "postgres:" + major : image);
        }
        return EmbeddedServer.start(major);
    }
}
