package org.pgassay.probe.seeds;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.pgassay.check.Seeding;
import org.pgassay.check.UntriedException;
import org.pgassay.postgres.server.Database;

/** The rows of a database that is read as it stands; nothing is run there. */
public final class StandingSeeds implements Seeding {

    private final Database database;
    private final String reader;

    /**
     * The rows of that database.
     *
     * @param reader the role that reads it
     */
    public StandingSeeds(Database database, String reader) {
        this.database = database;
        this.reader = reader;
    }

    @Override
    public Ran ran() {
        throw new UntriedException("the database is read as it stands, so no seeds are run in it");
    }

    @Override
    public Again again() {
        throw new UntriedException("the database is read as it stands, so no seeds are run in it");
    }

    @Override
    public Answer read(String query) {
        try (Connection connection = database.open()) {
            Reading.begin(connection);
            return Reading.answer(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException("the database broke off while its rows were read: " + e.getMessage(), e);
        }
    }

    @Override
    public String reader() {
        return reader;
    }

    @Override
    public String when() {
        return "as the database stands";
    }

    @Override
    public List<Filled> filled() {
        return List.of();
    }
}
