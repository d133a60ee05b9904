package org.pgassay.verify.dump;

import java.util.Set;
import java.util.TreeSet;

/** Says what is done with each SQL statement of a dump on a server: most are run. */
final class DumpStatements {

    /** What follows SET without being the name of a parameter. */
    private static final Set<String> NO_PARAMETERS =
            Set.of("time", "session", "local", "role", "names", "transaction", "constraints", "xml", "schema", "seed");

    private static final String DATABASE =
            "the database is made by pgAssay, and what is set for it is no part of a schema";
    private static final String SERVER = "it is about the server, and no part of a schema";
    private static final String ROLE = "roles are no part of a schema, and this one is there already";

    private final DumpFile file;
    private final ServerFacts server;
    private final Set<String> missing = new TreeSet<>();

    DumpStatements(DumpFile file, ServerFacts server) {
        this.file = file;
        this.server = server;
    }

    /** The extensions that the dump asked for so far and the server does not have. */
    Set<String> missingExtensions() {
        return missing;
    }

    Treatment of(String statement) {
        Words words = Words.of(statement);
        if (words.begins("set|reset")) {
            return words.at(1, "session|local") && !words.at(2, "authorization|characteristics")
                    ? setting(words, 2)
                    : setting(words, 1);
        } else if (words.begins("create|alter|comment", "extension") || words.begins("comment", "on", "extension")) {
            return extension(words);
        } else if (words.begins("create|alter|drop", "role|user|group")) {
            return role(words);
        } else if (words.begins("copy")) {
            return new Treatment.Refuse("COPY between the database and a file or program of the machine. Write the rows"
                    + " into the dump, with COPY … FROM stdin.");
        } else if (words.begins("create", "subscription")
                && !statement.matches("(?is).*connect\\s*=\\s*'?(false|off).*")) {
            return new Treatment.Refuse(
                    "CREATE SUBSCRIPTION would connect to another server. Add WITH (connect = false).");
        } else if (words.begins("security", "label")) {
            return Treatment.harmless(
                    "security labels need a provider, and are no part of a catalog as pgAssay reads it");
        }
        return elsewhere(words);
    }

    /** Whether it is about the database as a whole, or the server. */
    static boolean isElsewhere(Words words) {
        return !elsewhere(words).equals(Treatment.RUN);
    }

    private static Treatment elsewhere(Words words) {
        boolean privileges = words.begins("grant|revoke");
        if (words.begins("create|alter|drop", "database")
                || words.begins("comment", "on", "database")
                || (privileges && words.last("on", "database") > 0)) {
            return Treatment.harmless(DATABASE);
        } else if (words.begins("create|alter|drop", "tablespace")
                || words.begins("comment", "on", "tablespace")
                || words.begins("alter", "system")
                || (privileges && (words.last("on", "tablespace") > 0 || words.last("on", "parameter") > 0))) {
            return Treatment.harmless(SERVER);
        }
        return Treatment.RUN;
    }

    private Treatment setting(Words words, int place) {
        String parameter = words.name(place).orElse("");
        boolean simple = words.tokens().size() > place + 1
                && !words.tokens().get(place + 1).isSymbol('.');
        boolean reset = words.begins("reset");
        String value = words.name(place + 2).orElse("");
        if (parameter.equals("client_encoding") && !reset) {
            return PsqlCommands.encoding(value, file);
        } else if (parameter.equals("names")) {
            return PsqlCommands.encoding(words.name(place + 1).orElse(""), file);
        } else if (parameter.equals("standard_conforming_strings") && value.equals("off")) {
            return new Treatment.Refuse("with standard_conforming_strings off, a backslash in a string is no backslash."
                    + " Dump with standard_conforming_strings on.");
        } else if (parameter.equals("default_tablespace")
                && !value.isEmpty()
                && !server.tablespaces().contains(value)) {
            return Treatment.loss(
                    "there is no tablespace " + value + " here: what follows is put into the default one");
        } else if (parameter.equals("default_table_access_method")
                && !value.isEmpty()
                && !server.accessMethods().contains(value)) {
            return Treatment.loss("there is no table access method " + value + " here: what follows is made as heap");
        } else if (simple
                && !NO_PARAMETERS.contains(parameter)
                && !server.settings().contains(parameter)) {
            return Treatment.harmless("this server has no parameter " + parameter);
        }
        return Treatment.RUN;
    }

    private Treatment extension(Words words) {
        boolean comment = words.begins("comment");
        int place = comment ? 3 : words.at(2, "if", "not", "exists") ? 5 : 2;
        String name = words.name(place).orElse("");
        if (name.isEmpty() || server.extensions().contains(name)) {
            return Treatment.RUN;
        }
        if (missing.contains(name)) {
            return Treatment.harmless("the extension " + name + " is not there");
        }
        missing.add(name);
        return Treatment.loss("this server does not have the extension " + name);
    }

    /** Its own superuser must go on to log in with its own password. */
    private Treatment role(Words words) {
        if (words.at(2, "mapping")) {
            return Treatment.RUN;
        }
        String name = words.name(2).orElse("");
        if (words.begins("drop")) {
            return Treatment.harmless("roles are no part of a schema");
        } else if (words.begins("create")) {
            return server.roles().contains(name) ? Treatment.harmless(ROLE) : Treatment.RUN;
        }
        boolean own = name.equals(server.superuser()) || words.at(2, "all|current_user|current_role|session_user");
        return own ? Treatment.harmless(SERVER) : Treatment.RUN;
    }
}
