package org.pgassay.postgres.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.pgassay.migration.Login;

/**
 * Host and port of a server that pgAssay started.
 *
 * @param host a name or an address
 * @param port the TCP port
 */
record Endpoint(String host, int port) {

    private static final int CONNECT_TIMEOUT_SECONDS = 10;

    Connection open(String database, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "pgassay");
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_TIMEOUT_SECONDS));
        // Neither is of use with a server of our own, and each is a round trip.
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        String url =
                "jdbc:postgresql://" + host + ":" + port + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
        return DriverManager.getConnection(url, properties);
    }

    Login login(String database, String user, String password) {
        return new Login(host, port, database, user, password, "");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
