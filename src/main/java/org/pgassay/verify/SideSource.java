package org.pgassay.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.pgassay.postgres.server.ServerChoice;

/** Where one side of a comparison comes from. */
public sealed interface SideSource {

    /** What people know it by; never a password. */
    String label();

    /** A database, read as it stands. */
    record Url(ServerChoice.External server) implements SideSource {
        @Override
        public String label() {
            return server.address();
        }
    }

    /** A spec, whose migrations are run on a server of pgAssay's own. */
    record SpecFile(Path file) implements SideSource {
        @Override
        public String label() {
            return file.toString();
        }
    }

    /** An SQL dump, which is restored on a server of pgAssay's own. */
    record Dump(Path file) implements SideSource {
        @Override
        public String label() {
            return file.toString();
        }
    }

    /** The {@code fingerprint.json} of a verified run. */
    record FingerprintFile(Path file) implements SideSource {
        @Override
        public String label() {
            return file.toString();
        }
    }

    /**
     * Reads what the command line or a spec names.
     *
     * @throws IllegalArgumentException if it is nothing that can be compared; the message repeats no password
     */
    static SideSource parse(String written) {
        if (written.startsWith("jdbc:postgresql://")) {
            return url(written);
        } else if (written.startsWith("postgresql://") || written.startsWith("postgres://")) {
            return url(jdbc(written));
        } else if (written.contains("://")) {
            throw new IllegalArgumentException("'" + written.substring(0, written.indexOf("://"))
                    + "://…' is no PostgreSQL database. Write jdbc:postgresql://host:port/database?user=name");
        }
        return file(Path.of(written));
    }

    /**
     * Takes a file for what its name says.
     *
     * @throws IllegalArgumentException if it is not there or nothing that can be compared
     */
    static SideSource file(Path file) {
        String expected = "Name a spec (*.yaml), an SQL dump (*.sql), a fingerprint.json, or a database"
                + " (jdbc:postgresql://host:port/database?user=name)";
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no file " + file + ". " + expected);
        } else if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder. " + expected);
        } else if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(file + " cannot be read: access is denied");
        }
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return new SpecFile(file);
        } else if (name.endsWith(".sql")) {
            return new Dump(file);
        } else if (name.endsWith(".json")) {
            return new FingerprintFile(file);
        }
        throw new IllegalArgumentException(file + " is nothing that can be compared: its name does not end in .yaml,"
                + " .sql or .json. " + expected);
    }

    private static SideSource url(String url) {
        if (ServerChoice.parse(url) instanceof ServerChoice.External external) {
            return new Url(external);
        }
        throw new IllegalArgumentException("this is no JDBC URL");
    }

    /** A URL as libpq takes it, with the user before the host. */
    private static String jdbc(String libpq) {
        String rest = libpq.substring(libpq.indexOf("://") + 3);
        int question = rest.indexOf('?');
        String place = question < 0 ? rest : rest.substring(0, question);
        StringBuilder parameters = new StringBuilder(question < 0 ? "" : rest.substring(question + 1));
        int at = place.lastIndexOf('@');
        if (at >= 0) {
            String[] who = place.substring(0, at).split(":", 2);
            add(parameters, "user", who[0]);
            if (who.length == 2) {
                add(parameters, "password", who[1]);
            }
        }
        return "jdbc:postgresql://" + place.substring(at + 1) + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private static void add(StringBuilder parameters, String name, String value) {
        // A plus stands for itself before the host, and for a blank among the parameters.
        parameters
                .append(parameters.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(value.replace("+", "%2B"));
    }
}
