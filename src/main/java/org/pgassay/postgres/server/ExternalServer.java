package org.pgassay.postgres.server;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.Login;

/** Someone's server, reached by a JDBC URL: read-only unless the user says otherwise, and never stopped. */
public final class ExternalServer implements PostgresServer {

    private static final int OLDEST = 14;
    private static final String CONNECT_TIMEOUT_SECONDS = "10";
    private static final String LOGIN_TIMEOUT_SECONDS = "20";

    private final JdbcUrl url;
    private final Properties properties;
    private final boolean allowWrites;
    private final String rolePassword = ServerCache.randomPassword();
    private final String version;
    private final int majorVersion;
    private final String user;
    private final String initialDatabase;

    private ExternalServer(JdbcUrl url, Properties properties, boolean allowWrites) throws SQLException {
        this.url = url;
        this.properties = properties;
        this.allowWrites = allowWrites;
        try (Connection connection = DriverManager.getConnection(url.urlOf(url.database()), properties)) {
            this.majorVersion = connection.getMetaData().getDatabaseMajorVersion();
            if (majorVersion < OLDEST) {
                throw new ServerUnavailableException(
                        "The server at " + url.address() + " is PostgreSQL "
                                + connection.getMetaData().getDatabaseProductVersion() + ". pgAssay needs " + OLDEST
                                + " or newer.",
                        false,
                        null);
            }
            this.version = EmbeddedServer.versionOf(connection);
            this.user = connection.getMetaData().getUserName();
            this.initialDatabase = connection.getCatalog();
        }
    }

    /**
     * Connects to a server. User and password come from the URL, else from {@code PGUSER} and {@code PGPASSWORD}.
     *
     * @param jdbcUrl {@code jdbc:postgresql://host:port/database?…}
     * @param allowWrites whether connections may write; without it each one is read-only, on both sides
     * @throws IllegalArgumentException if that is no such URL
     * @throws ServerUnavailableException if the server cannot be reached, refuses, or is older than PostgreSQL 14; the
     *     message holds no password
     */
    public static ExternalServer connect(String jdbcUrl, boolean allowWrites) {
        return connect(jdbcUrl, allowWrites, System.getenv());
    }

    static ExternalServer connect(String jdbcUrl, boolean allowWrites, Map<String, String> environment) {
        JdbcUrl url = JdbcUrl.parse(jdbcUrl);
        Properties properties = properties(url, allowWrites, environment);
        try {
            return new ExternalServer(url, properties, allowWrites);
        } catch (SQLException e) {
            List<String> secrets = new ArrayList<>(url.secrets());
            secrets.add(properties.getProperty("password", ""));
            throw new ServerUnavailableException(withoutSecrets(explain(url, properties, e), secrets), false, null);
        }
    }

    private static Properties properties(JdbcUrl url, boolean allowWrites, Map<String, String> environment) {
        Properties properties = new Properties();
        putIfThere(properties, "user", environment.get("PGUSER"));
        putIfThere(properties, "password", environment.get("PGPASSWORD"));
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        // Something else may listen there and never answer.
        properties.setProperty("loginTimeout", LOGIN_TIMEOUT_SECONDS);
        properties.setProperty("ApplicationName", "pgassay");
        url.parameters().forEach(properties::setProperty);
        if (!allowWrites) {
            addOption(properties, "default_transaction_read_only=on");
            properties.setProperty("readOnly", "true");
            // "always" also covers statements outside an explicit transaction.
            properties.setProperty("readOnlyMode", "always");
        }
        return properties;
    }

    private static void putIfThere(Properties properties, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            properties.setProperty(name, value);
        }
    }

    private static void addOption(Properties properties, String setting) {
        String escaped = setting.replace("\\", "\\\\").replace(" ", "\\ ");
        properties.setProperty("options", (properties.getProperty("options", "") + " -c " + escaped).strip());
    }

    private static String explain(JdbcUrl url, Properties properties, SQLException e) {
        String where = "The server at " + url.address();
        String who = "user " + properties.getProperty("user", System.getProperty("user.name", "unknown"));
        String state = String.valueOf(e.getSQLState());
        // The driver's own state where the server asks for a password and there is none.
        if (state.startsWith("28") || state.equals("08004")) {
            return where + " does not let " + who + " in: " + e.getMessage()
                    + ". Give the password in PGPASSWORD, and see that pg_hba.conf admits this machine.";
        }
        if (state.equals("3D000")) {
            return where + " has no such database: " + e.getMessage() + ". Correct its name at the end of the URL.";
        }
        if (state.startsWith("08")) {
            String cause = e.getCause() instanceof UnknownHostException ? "there is no such host" : e.getMessage();
            return where + " cannot be reached: " + cause + " Check host and port, and that the server is running.";
        }
        return where + " refuses the connection: " + e.getMessage() + " (SQLSTATE " + state + ").";
    }

    private static String withoutSecrets(String message, List<String> secrets) {
        String result = message;
        for (String secret : secrets) {
            // A password of a letter or two would blot out the message, and gives nothing away within it.
            if (secret.length() > 2) {
                result = result.replace(secret, "…");
            }
        }
        return result;
    }

    @Override
    public String provider() {
        return "external";
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
        return "PostgreSQL " + version + " at " + url.address() + ", user " + user + (allowWrites ? "" : ", read-only");
    }

    /** Host, port and database: nothing secret. */
    public String address() {
        return url.address();
    }

    @Override
    public boolean ephemeral() {
        return false;
    }

    @Override
    public String superuser() {
        return user;
    }

    @Override
    public String initialDatabase() {
        return initialDatabase;
    }

    @Override
    public Connection open(String database) throws SQLException {
        return checked(DriverManager.getConnection(url.urlOf(database), properties));
    }

    /**
     * Opens a connection of the URL's user that acts as a role: no one knows the passwords of the roles of an external
     * server. The role is also what {@code RESET ROLE} goes back to.
     */
    @Override
    public Connection open(String database, String role) throws SQLException {
        Properties asRole = new Properties();
        asRole.putAll(properties);
        addOption(asRole, "role=" + role);
        return checked(DriverManager.getConnection(url.urlOf(database), asRole));
    }

    @Override
    public Login login(String database, @Nullable String role) {
        Endpoint first = url.first();
        return new Login(
                first.host(),
                first.port(),
                database,
                user,
                properties.getProperty("password", ""),
                role == null ? "" : "-c role=" + role.replace("\\", "\\\\").replace(" ", "\\ "));
    }

    /** A pooler between us and the server may drop options: then nothing would keep the connection from writing. */
    private Connection checked(Connection connection) throws SQLException {
        if (allowWrites) {
            return connection;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show default_transaction_read_only")) {
            row.next();
            if (row.getString(1).equals("on")) {
                connection.setReadOnly(true);
                return connection;
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        throw new SQLException("The connection to " + url.address() + " cannot be made read-only.", "25006");
    }

    @Override
    public String rolePassword() {
        return rolePassword;
    }

    /** Does nothing: each connection is closed by whoever opened it, and the server is not ours. */
    @Override
    public void close() {}
}
