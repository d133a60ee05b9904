package org.pgassay.postgres.server;

import java.util.List;

/** Embedded servers to be had, each started when it is first asked for; who gives them out stops them. */
public interface EmbeddedServers {

    /**
     * An embedded server of a version.
     *
     * @throws ServerUnavailableException if it cannot be had
     */
    PostgresServer embedded(int major);

    /** The major versions that can be asked for, the oldest first; at least one. */
    List<Integer> majors();
}
