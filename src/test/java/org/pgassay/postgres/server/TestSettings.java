package org.pgassay.postgres.server;

import java.nio.file.Path;
import java.util.Map;

/** Settings of servers for tests. */
final class TestSettings {

    private TestSettings() {}

    static EmbeddedServer.Settings ofThisMachine() {
        Platform platform = Platform.current();
        return EmbeddedServer.Settings.of(platform, Privileges.detect(platform), System.getenv());
    }

    static EmbeddedServer.Settings in(Path cache) {
        return in(cache, Privileges.detect(Platform.current()));
    }

    static EmbeddedServer.Settings in(Path cache, Privileges privileges) {
        return EmbeddedServer.Settings.of(Platform.current(), privileges, Map.of("PGASSAY_CACHE", cache.toString()));
    }
}
