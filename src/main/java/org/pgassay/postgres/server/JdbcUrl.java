package org.pgassay.postgres.server;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A JDBC URL taken apart, so that its parameters, of which some are secret, are not passed around in it.
 *
 * @param hosts host and port, or several apart by commas; empty for the driver's default
 * @param database the database's name, or empty for the driver's default
 * @param parameters the parameters by name
 */
record JdbcUrl(String hosts, String database, Map<String, String> parameters) {

    static final String PREFIX = "jdbc:postgresql://";

    private static final int DEFAULT_PORT = 5432;

    JdbcUrl {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /**
     * Takes a URL apart.
     *
     * @throws IllegalArgumentException if it is none, or if it names the user before the host; the message repeats no
     *     part that may be secret
     */
    static JdbcUrl parse(String url) {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A JDBC URL begins with " + PREFIX);
        }
        String rest = url.substring(PREFIX.length());
        int question = rest.indexOf('?');
        String place = question < 0 ? rest : rest.substring(0, question);
        if (place.indexOf('@') >= 0) {
            throw new IllegalArgumentException(
                    "The JDBC URL names a user before the host, which PostgreSQL's driver does not"
                            + " understand. Write " + PREFIX
                            + "host:port/database?user=name, and the password in PGPASSWORD");
        }
        int slash = place.indexOf('/');
        Map<String, String> parameters = new TreeMap<>();
        if (question >= 0) {
            for (String parameter : rest.substring(question + 1).split("&", -1)) {
                int equals = parameter.indexOf('=');
                if (equals > 0) {
                    parameters.put(parameter.substring(0, equals), decode(parameter.substring(equals + 1)));
                } else if (!parameter.isEmpty()) {
                    parameters.put(parameter, "");
                }
            }
        }
        return new JdbcUrl(
                slash < 0 ? place : place.substring(0, slash),
                slash < 0 ? "" : decode(place.substring(slash + 1)),
                parameters);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The JDBC URL holds a % that is not followed by two hexadecimal digits. Write % itself as %25", e);
        }
    }

    /** The URL of a database on that server, without any parameter. */
    String urlOf(String otherDatabase) {
        return PREFIX + hosts + "/" + URLEncoder.encode(otherDatabase, StandardCharsets.UTF_8);
    }

    /** Host, port and database: nothing secret. */
    String address() {
        return (hosts.isEmpty() ? "localhost" : hosts) + (database.isEmpty() ? "" : "/" + database);
    }

    /** The first of the hosts, which a program is sent to that knows of one only. */
    Endpoint first() {
        String host = hosts.isEmpty() ? "localhost" : hosts.split(",", 2)[0];
        int colon = host.lastIndexOf(':');
        // An IPv6 address has colons of its own, within brackets.
        boolean port = colon > host.lastIndexOf(']');
        return new Endpoint(
                (port ? host.substring(0, colon) : host).replace("[", "").replace("]", ""),
                port ? Integer.parseInt(host.substring(colon + 1)) : DEFAULT_PORT);
    }

    /** The values that must not be shown. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        parameters.forEach((name, value) -> {
            if (name.toLowerCase(Locale.ROOT).contains("password") && !value.isEmpty()) {
                secrets.add(value);
            }
        });
        return secrets;
    }

    @Override
    public String toString() {
        return PREFIX + address();
    }
}
