package org.pgassay.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.server.VersionRange;
import org.pgassay.postgres.server.EmbeddedServers;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.postgres.server.ServerChoice;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** The servers of one run, each started when it is first needed and stopped when the pool is closed. */
public final class ServerPool implements EmbeddedServers, AutoCloseable {

    private static final int OLDEST = 14;
    private static final int NEWEST = 18;

    private final Map<String, PostgresServer> servers = new LinkedHashMap<>();

    /**
     * The server that a spec is to be verified on.
     *
     * @throws org.pgassay.postgres.server.ServerUnavailableException if it cannot be had
     */
    public synchronized PostgresServer server(Spec spec, VerifyOptions options) {
        @Nullable String image = spec.postgres().image();
        ServerChoice choice = options.database()
                .orElseGet(() -> image == null ? new ServerChoice.Embedded() : new ServerChoice.Testcontainers());
        int major = options.postgres().orElseGet(() -> newest(spec.postgres().version()));
        return server(choice, major, image, options.allowWrites());
    }

    @Override
    public synchronized PostgresServer embedded(int major) {
        return server(new ServerChoice.Embedded(), major, null, false);
    }

    private PostgresServer server(ServerChoice choice, int major, @Nullable String image, boolean allowWrites) {
        boolean external = choice instanceof ServerChoice.External;
        String key = external ? choice + " " + allowWrites : choice + " " + major + " " + image;
        PostgresServer running = servers.get(key);
        if (running == null) {
            running = choice.start(major, image, allowWrites);
            servers.put(key, running);
        }
        return running;
    }

    @Override
    public List<Integer> majors() {
        return notOlder(OLDEST);
    }

    private static int newest(@Nullable SourceText version) {
        if (version == null) {
            return NEWEST;
        }
        VersionRange range = VersionRange.parse(version.text());
        return IntStream.iterate(NEWEST, major -> major >= OLDEST, major -> major - 1)
                .filter(range::accepts)
                .findFirst()
                .orElse(NEWEST);
    }

    /** The major versions that can be asked for and are not older than one, the nearest first; the newest if none is. */
    public static List<Integer> notOlder(int major) {
        return IntStream.rangeClosed(Math.min(NEWEST, Math.max(OLDEST, major)), NEWEST)
                .boxed()
                .toList();
    }

    /** The newest major version that can be asked for. */
    public static int newest() {
        return NEWEST;
    }

    /** The embedded server that {@code --postgres} asks for must be one that there is. */
    public static Optional<String> faultOf(int major) {
        return major >= OLDEST && major <= NEWEST
                ? Optional.empty()
                : Optional.of("PostgreSQL " + major + " is not among the versions that pgAssay knows: " + OLDEST
                        + " to " + NEWEST);
    }

    @Override
    public synchronized void close() {
        servers.values().forEach(PostgresServer::close);
        servers.clear();
    }
}
