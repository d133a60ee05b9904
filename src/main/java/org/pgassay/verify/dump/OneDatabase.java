package org.pgassay.verify.dump;

import org.pgassay.sql.Statements;

/** Sees to it that a dump holds the objects of one database: pg_dumpall writes all databases of a server into one file. */
final class OneDatabase {

    /** The database in which a script begins has no name in it. */
    private static final String FIRST = "";

    private OneDatabase() {}

    /**
     * Goes through a dump.
     *
     * @throws DumpException if it puts objects into a second database
     */
    static void require(DumpFile file) {
        String current = FIRST;
        String filled = null;
        for (Statements.Statement statement : file.statements()) {
            if (statement.kind() == Statements.Kind.PSQL) {
                // With no name, or "-", psql connects anew to where it is.
                String target = PsqlCommands.target(statement.text()).orElse(FIRST);
                current = target.isEmpty() || target.equals("-") ? current : target;
            } else if (isOfDatabase(statement)) {
                if (filled != null && !filled.equals(current)) {
                    throw DumpException.at(
                            file.path(),
                            statement.line(),
                            "the dump puts objects into more than one database: " + named(filled) + " and "
                                    + named(current) + ". Dump one of them, with pg_dump.");
                }
                filled = current;
            }
        }
    }

    private static String named(String database) {
        return database.equals(FIRST) ? "that in which it begins" : database;
    }

    /** What is set for the session, and what is about the server or a database as a whole, fills none. */
    private static boolean isOfDatabase(Statements.Statement statement) {
        Words words = Words.of(statement.text());
        boolean ofSession = words.begins("set|reset|begin|commit|start|end")
                || statement.text().matches("(?is)select\\s+pg_catalog\\.set_config\\(.*");
        boolean ofRoles = (words.begins("create|alter|drop", "role|user|group") && !words.at(2, "mapping"))
                || words.begins("comment", "on", "role")
                || (words.begins("grant|revoke") && words.last("on") < 0);
        return !ofSession && !ofRoles && !DumpStatements.isElsewhere(words);
    }
}
