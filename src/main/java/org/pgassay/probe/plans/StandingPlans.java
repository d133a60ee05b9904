package org.pgassay.probe.plans;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.QueryPlans;
import org.pgassay.check.UntriedException;
import org.pgassay.postgres.server.Database;

/** Asks a database that is read as it stands, in transactions that may not write. */
public final class StandingPlans implements QueryPlans {

    private final Database database;
    private final String reader;

    /**
     * Plans of that database.
     *
     * @param reader the role that reads it
     */
    public StandingPlans(Database database, String reader) {
        this.database = database;
        this.reader = reader;
    }

    @Override
    public Answer plan(Query query, Situation situation) {
        if (!(situation instanceof Situation.AsItIs as)) {
            throw new UntriedException(
                    "the database is read as it stands, and sizes that it does not have cannot be simulated in it",
                    "Verify where the migrations are run by pgAssay; 'servable: true' is tried on any database.");
        }
        @Nullable String stated = query.as();
        if (stated != null && !stated.equals("application") && !stated.equals("owner") && !stated.equals(reader)) {
            throw new UntriedException(
                    "the database is read as " + reader + ", and what " + stated + " would be given is not known",
                    "Read it as that role.");
        }
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("set statement_timeout = '30s'");
            statement.execute("set lock_timeout = '10s'");
            return new Explaining(connection, Optional.empty(), true)
                    .plan(query, reader, null, false, Set.of(), as.avoided());
        } catch (SQLException e) {
            throw new IllegalStateException("the database broke off while a query was planned: " + e.getMessage(), e);
        }
    }

    @Override
    public String role(Query query) {
        return reader;
    }
}
