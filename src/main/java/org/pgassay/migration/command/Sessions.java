package org.pgassay.migration.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.pgassay.migration.Target;

/** What a tool that was stopped leaves behind on the server. */
public final class Sessions {

    private Sessions() {}

    /**
     * Ends the sessions of a tool that is no more: a server does not notice it while a statement runs.
     *
     * @throws SQLException if the connection is lost
     */
    public static void end(Target target) throws SQLException {
        try (Connection connection = target.open();
                PreparedStatement statement = connection.prepareStatement("""
                        select pg_catalog.pg_terminate_backend(pid)
                        from pg_catalog.pg_stat_activity
                        where datname = pg_catalog.current_database() and usename = current_user
                          and application_name = ?""")) {
            statement.setString(1, ToolSettings.SESSION);
            statement.execute();
        }
    }
}
