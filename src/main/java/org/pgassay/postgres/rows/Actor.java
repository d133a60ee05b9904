package org.pgassay.postgres.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes another role on while a row is put in. */
public interface Actor {

    /**
     * Takes the role on, and whatever the application sets before it works; until the transaction or savepoint ends.
     *
     * @param values what the row states, as text
     */
    void enter(Connection connection, Map<String, @Nullable String> values) throws SQLException;

    /** Becomes again who was there before. */
    void leave(Connection connection) throws SQLException;
}
