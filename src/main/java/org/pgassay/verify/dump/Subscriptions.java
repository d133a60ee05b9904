package org.pgassay.verify.dump;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.postgres.server.ServerUnavailableException;

/** Takes the subscriptions out of a database, which PostgreSQL does not drop as long as it has one. */
final class Subscriptions {

    /** Without its slot's name, dropping one does not connect to the server that it is to. */
    private static final String DROP = """
            do $$ declare each record; begin
              for each in
                select s.subname
                from pg_catalog.pg_subscription s
                join pg_catalog.pg_database d on d.oid = s.subdbid and d.datname = pg_catalog.current_database()
              loop
                execute pg_catalog.format('alter subscription %I disable', each.subname);
                execute pg_catalog.format('alter subscription %I set (slot_name = none)', each.subname);
                execute pg_catalog.format('drop subscription %I', each.subname);
              end loop;
            end $$""";

    private Subscriptions() {}

    static void drop(PostgresServer server, Database database) {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute(DROP);
        } catch (SQLException e) {
            throw new ServerUnavailableException(
                    "The subscriptions in the database " + database.name() + " on " + server.description()
                            + " could not be dropped: " + e.getMessage(),
                    false,
                    e);
        }
    }
}
