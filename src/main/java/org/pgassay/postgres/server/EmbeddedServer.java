package org.pgassay.postgres.server;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.Login;

/**
 * A PostgreSQL of our own: a child process on 127.0.0.1 with a fresh copy of an empty data directory.
 *
 * <p>It listens on loopback only and asks every user for a password. Nothing in it outlives {@link #close()} or the JVM.
 */
public final class EmbeddedServer implements PostgresServer {

    private static final String SUPERUSER = "postgres";

    private final ServerProcess process;
    private final Endpoint endpoint;
    private final String password;
    private final String rolePassword = ServerCache.randomPassword();
    private final String version;
    private final int majorVersion;

    private EmbeddedServer(ServerProcess process, Endpoint endpoint, String password) throws SQLException {
        this.process = process;
        this.endpoint = endpoint;
        this.password = password;
        try (Connection connection = endpoint.open(initialDatabase(), SUPERUSER, password)) {
            this.version = versionOf(connection);
        }
        this.majorVersion = majorOf(version);
    }

    /**
     * Starts a server.
     *
     * @param majorVersion 14 to 18
     * @throws ServerUnavailableException if there are no programs of that version for this machine, the cache cannot be
     *     written, or the server does not start
     */
    public static EmbeddedServer start(int majorVersion) {
        Platform platform = Platform.current();
        return start(majorVersion, Settings.of(platform, Privileges.detect(platform), System.getenv()));
    }

    /**
     * Where a server gets its programs and its place from.
     *
     * @param platform the platform
     * @param privileges as whom the programs run
     * @param cache the cache's directory
     * @param mavenRepository the local Maven repository
     * @param ports where ports to try come from
     */
    record Settings(
            Platform platform,
            Privileges privileges,
            Path cache,
            Path mavenRepository,
            ServerProcess.PortSource ports) {

        static Settings of(Platform platform, Privileges privileges, Map<String, String> environment) {
            String repository = System.getProperty("maven.repo.local", "");
            return new Settings(
                    platform,
                    privileges,
                    CacheLocation.of(environment, privileges),
                    repository.isEmpty()
                            ? Path.of(System.getProperty("user.home"), ".m2", "repository")
                            : Path.of(repository),
                    ServerProcess::freePort);
        }

        Settings withPorts(ServerProcess.PortSource otherPorts) {
            return new Settings(platform, privileges, cache, mavenRepository, otherPorts);
        }
    }

    static EmbeddedServer start(int majorVersion, Settings settings) {
        if (!BinaryArchive.majors().contains(majorVersion)) {
            throw new IllegalArgumentException(
                    "PostgreSQL " + majorVersion + " is not known here; known are " + BinaryArchive.majors());
        }
        BinaryArchive archive = BinaryArchive.find(settings.platform(), majorVersion, settings.mavenRepository());
        try {
            CacheLocation.claim(settings.cache(), settings.privileges());
            ServerCache cache = new ServerCache(settings.cache(), settings.privileges());
            InstanceDirectory.sweep(cache);
            return launchOrRebuild(cache, archive, settings);
        } catch (IOException | SQLException e) {
            throw new ServerUnavailableException(
                    "The embedded PostgreSQL " + majorVersion + " cannot be started: " + reason(e)
                            + ". It needs a directory with about 200 MB of free space that this user may write to: now"
                            + " " + settings.cache() + "; PGASSAY_CACHE names another one.",
                    false,
                    e);
        }
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return e instanceof AccessDeniedException
                ? message + " may not be written"
                : message == null ? e.toString() : message;
    }

    private static EmbeddedServer launchOrRebuild(ServerCache cache, BinaryArchive archive, Settings settings)
            throws IOException, SQLException {
        try {
            return launch(cache, archive, settings);
        } catch (ServerProcess.StartFailedException first) {
            // Damage that leaves every length as it was is not seen until the server stumbles over it.
            cache.discard(archive);
            try {
                return launch(cache, archive, settings);
            } catch (IOException | SQLException again) {
                again.addSuppressed(first);
                throw again;
            }
        }
    }

    private static EmbeddedServer launch(ServerCache cache, BinaryArchive archive, Settings settings)
            throws IOException, SQLException {
        ServerCache.Template template = cache.template(archive);
        Path program = cache.distribution(archive)
                .resolve("bin")
                .resolve(archive.platform().program("postgres"));
        ServerProcess.Started started = ServerProcess.start(
                cache, new ServerProcess.Launch(program, template.data(), settings.privileges(), settings.ports()));
        try {
            return new EmbeddedServer(
                    started.process(), new Endpoint("127.0.0.1", started.port()), template.password());
        } catch (SQLException | RuntimeException e) {
            started.process().close();
            throw e;
        }
    }

    static String versionOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show server_version")) {
            row.next();
            // "15.13 (Debian 15.13-0+deb12u1)": only the number.
            return List.of(row.getString(1).split(" ", 2)).get(0);
        }
    }

    static int majorOf(String version) {
        return Integer.parseInt(version.replaceFirst("\\D.*", ""));
    }

    @Override
    public String provider() {
        return "embedded";
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public int majorVersion() {
        return majorVersion;
    }

    @Override
    public String description() {
        return "embedded PostgreSQL " + version + " at " + endpoint;
    }

    @Override
    public boolean ephemeral() {
        return true;
    }

    @Override
    public String superuser() {
        return SUPERUSER;
    }

    @Override
    public String initialDatabase() {
        return "postgres";
    }

    @Override
    public Connection open(String database) throws SQLException {
        return endpoint.open(database, SUPERUSER, password);
    }

    @Override
    public Connection open(String database, String role) throws SQLException {
        return endpoint.open(database, role, rolePassword);
    }

    @Override
    public Login login(String database, @Nullable String role) {
        return role == null
                ? endpoint.login(database, SUPERUSER, password)
                : endpoint.login(database, role, rolePassword);
    }

    @Override
    public String rolePassword() {
        return rolePassword;
    }

    /** The server's process and directory. */
    ServerProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
