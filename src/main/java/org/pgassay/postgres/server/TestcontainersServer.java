package org.pgassay.postgres.server;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.Login;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** A server in a container, for specs that need an image of their own; closing it removes the container. */
public final class TestcontainersServer implements PostgresServer {

    private static final String SUPERUSER = "postgres";
    private static final int FETCH_MINUTES = 15;

    private final PostgreSQLContainer container;
    private final String image;
    private final Endpoint endpoint;
    private final String password;
    private final String rolePassword = ServerCache.randomPassword();
    private final String version;

    private TestcontainersServer(PostgreSQLContainer container, String image, String password) throws SQLException {
        this.container = container;
        this.image = image;
        this.password = password;
        this.endpoint = new Endpoint(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
        try (Connection connection = endpoint.open(SUPERUSER, SUPERUSER, password)) {
            this.version = EmbeddedServer.versionOf(connection);
        }
    }

    /**
     * Starts a container.
     *
     * @param image an image that behaves like {@code postgres}, such as {@code postgis/postgis:17-3.5}
     * @throws IllegalArgumentException if that is no image's name
     * @throws ServerUnavailableException if there is no Docker here, or the image cannot be fetched or does not start
     */
    public static TestcontainersServer start(String image) {
        DockerImageName name = DockerImageName.parse(image);
        name.assertValid();
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new ServerUnavailableException(
                    "There is no Docker here that answers, so the image " + image
                            + " cannot be started. Start Docker, or"
                            + " set DOCKER_HOST to where it listens, or use --database embedded.",
                    true,
                    null);
        }
        fetch(name);
        String password = ServerCache.randomPassword();
        PostgreSQLContainer container = new PostgreSQLContainer(name.asCompatibleSubstituteFor("postgres"))
                .withUsername(SUPERUSER)
                .withPassword(password)
                .withDatabaseName(SUPERUSER)
                .withCommand(
                        "postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off");
        try {
            container.start();
            return new TestcontainersServer(container, image, password);
        } catch (ContainerLaunchException | SQLException e) {
            container.stop();
            throw new ServerUnavailableException(
                    "A container of the image " + image + " does not come to serve PostgreSQL: " + reason(e)
                            + ". The image must behave like the official one: docker run it and read its log.",
                    false,
                    e);
        }
    }

    /** Fetches an image that is not here. Testcontainers would do it too, but tries for minutes where it cannot work. */
    private static void fetch(DockerImageName name) {
        DockerImageName image = ImageNameSubstitutor.instance().apply(name);
        DockerClient docker = DockerClientFactory.instance().client();
        try {
            docker.inspectImageCmd(image.asCanonicalNameString()).exec();
        } catch (NotFoundException absent) {
            try {
                boolean complete = docker.pullImageCmd(image.getUnversionedPart())
                        .withTag(image.getVersionPart())
                        .start()
                        .awaitCompletion(FETCH_MINUTES, TimeUnit.MINUTES);
                if (!complete) {
                    throw unfetched(image, "not complete after " + FETCH_MINUTES + " minutes", absent);
                }
            } catch (DockerException | DockerClientException e) {
                throw unfetched(image, reason(e), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unfetched(image, "interrupted", e);
            }
        }
    }

    private static ServerUnavailableException unfetched(DockerImageName image, String reason, Exception cause) {
        return new ServerUnavailableException(
                "The image " + image.asCanonicalNameString() + " is not here and cannot be fetched: " + reason
                        + ". Check its name, and that this machine reaches its registry, or docker pull it before.",
                true,
                cause);
    }

    /** The innermost message: what is around it only says that a container could not be started. */
    private static String reason(Throwable e) {
        Throwable innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage()).strip();
    }

    String containerId() {
        return container.getContainerId();
    }

    @Override
    public String provider() {
        return "testcontainers";
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public int majorVersion() {
        return EmbeddedServer.majorOf(version);
    }

    @Override
    public String description() {
        return "PostgreSQL " + version + " in a container of " + image + " at " + endpoint;
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
        return SUPERUSER;
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

    @Override
    public void close() {
        container.stop();
    }
}
